import { addresses } from '#addresses'
import { ButtonLink } from '#ui/button.tsx'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { ResumeForm, type ResumeProps } from './resume-page.tsx'

const stories = {
  'sign-up': {
    lead: 'Un mail part vers l’adresse que vous avez tapée. Ouvrez-le : son lien mène à une page, et le bouton de cette page ouvre votre compte.',
    again: { href: addresses.account.signUp(), text: 'Recommencer' },
  },
  link: {
    lead: 'Si un compte existe à l’adresse que vous avez tapée, un mail y part. Son lien sert une fois, pendant une heure.',
    again: { href: addresses.account.signIn(), text: 'Retour à la connexion' },
  },
}

/** The same page whatever the address: only its owner learns, by the mail, whether it has an account (ACC-6). */
type Props = {
  story: keyof typeof stories
  /** A form that was sent without being signed in: this page keeps it until the link of the mail has been used. */
  resume?: ResumeProps & { sentTo: string }
}

export function MailLeftPage({ story, resume }: Props) {
  const { lead, again } = stories[story]
  return (
    <PageFrame width="narrow">
      <PageHeading title="Regardez vos mails" lead={lead} />
      <ul>
        <li>Il arrive en une minute ou deux ; certaines messageries le font attendre un quart d’heure.</li>
        <li>Regardez aussi dans les courriers indésirables.</li>
        <li>Rien ? Vérifiez l’adresse et recommencez : trois mails par jour au plus partent vers une même adresse.</li>
      </ul>
      {resume && (
        <Panel title="Ce que vous aviez tapé est gardé sur cette page">
          <p>{resume.sentTo}</p>
          <p>
            Laissez-la ouverte. Ouvrez le lien du mail dans ce même navigateur, pressez-y le bouton, puis revenez ici
            renvoyer ce que vous aviez tapé.
          </p>
          <ResumeForm {...resume} />
        </Panel>
      )}
      <div class="row">
        <ButtonLink href={again.href} look="plain">
          {again.text}
        </ButtonLink>
      </div>
    </PageFrame>
  )
}
