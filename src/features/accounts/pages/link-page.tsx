import { addresses } from '#addresses'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

type Props = { kind: 'confirm' | 'link'; email: string; action: string; submission: string }

const words = {
  confirm: {
    title: 'Confirmer votre adresse',
    lead: (email: string) => `Pressez le bouton pour confirmer ${email} et ouvrir votre compte.`,
    button: 'Confirmer et ouvrir mon compte',
    note: 'Vous n’avez pas demandé de compte ? Fermez cette page : rien ne sera ouvert.',
  },
  link: {
    title: 'Vous connecter',
    lead: (email: string) => `Pressez le bouton pour vous connecter au compte ${email}.`,
    button: 'Me connecter',
    note: 'Vous n’avez pas demandé ce lien ? Fermez cette page : personne n’entrera.',
  },
}

/** Where the link of a mail leads. Opening it changes nothing, since mail scanners open links too: the button acts. */
export function LinkPage({ kind, email, action, submission }: Props) {
  const { title, lead, button, note } = words[kind]
  return (
    <PageFrame width="narrow">
      <PageHeading title={title} lead={lead(email)} />
      <Form action={action} submission={submission}>
        <div class="row">
          <Button icon="check">{button}</Button>
        </div>
      </Form>
      <p class="soft">{note}</p>
    </PageFrame>
  )
}

/** The same page for a link that was used, is too old, cut, or never existed. */
export function StaleLinkPage() {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Ce lien ne marche plus"
        lead="Un lien ne sert qu’une fois, et pas longtemps. Il a peut-être déjà servi, ou il a été coupé en le copiant."
      />
      <p>Si vous venez de confirmer votre adresse, votre compte est ouvert : connectez-vous.</p>
      <div class="row">
        <ButtonLink href={addresses.account.signIn()} icon="log-in">
          Se connecter
        </ButtonLink>
        <ButtonLink href={addresses.account.signInByLink()} look="plain">
          Recevoir un nouveau lien
        </ButtonLink>
        <ButtonLink href={addresses.account.signUp()} look="quiet">
          Créer un compte
        </ButtonLink>
      </div>
    </PageFrame>
  )
}
