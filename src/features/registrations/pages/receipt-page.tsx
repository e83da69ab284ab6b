import { addresses, itemOf } from '#addresses'
import { likelyDomain } from '#kernel/email-address'
import { frenchHour } from '#kernel/french-dates'
import { type Instant, isBefore } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/flash.tsx'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { RegistrationDetail } from '../queries.ts'
import { RegistrationFacts } from './registration-page.tsx'

type Props = { registration: RegistrationDetail; eventName: string; now: Instant }

/**
 * What the sender of the form sees, without an account: it holds no power over the registration, since the address may be
 * somebody else's, and says the same whether that address was already on the list.
 */
export function ReceiptPage({ registration, eventName, now }: Props) {
  const { title, text } = receiptWords(registration, now)
  return (
    <PageFrame width="narrow">
      <PageHeading title={title} lead={text} />
      {registration.verifiedAt === null && <Doubt email={registration.email} />}
      <Panel title={eventName}>
        <RegistrationFacts registration={registration} now={now} />
      </Panel>
      <p class="soft">
        Rien reçu après quelques minutes ? Regardez dans les courriers indésirables, ou vérifiez l’adresse et
        recommencez.
      </p>
      <div class="row">
        <ButtonLink href={addresses.events.one({ item: itemOf(registration.content) })} look="plain">
          Revenir à l’évènement
        </ButtonLink>
        <ButtonLink href={addresses.agenda()} look="quiet">
          Voir l’agenda
        </ButtonLink>
      </div>
    </PageFrame>
  )
}

/** Offered, never imposed (F6): the mail is sent to the address as it was typed. */
function Doubt({ email }: { email: string }) {
  const domain = likelyDomain(email.toLowerCase())
  if (domain === undefined) return null
  return (
    <Notice tone="warn">
      <p>Vouliez-vous dire « {domain} » ? Si oui, revenez à l’évènement et recommencez avec la bonne adresse.</p>
    </Notice>
  )
}

function receiptWords(registration: RegistrationDetail, now: Instant): { title: string; text: string } {
  const { heldUntil, verifiedAt, state, email } = registration
  if (verifiedAt !== null && state === 'confirmed')
    return { title: 'Inscription confirmée', text: 'Votre place est réservée.' }
  if (heldUntil === null && state !== 'expired') {
    return {
      title: 'Plus qu’un mail à ouvrir',
      text: `Toutes les places sont prises : nous avons écrit à ${email}. Ouvrez le lien du mail pour prendre rang sur la liste d’attente.`,
    }
  }
  if (heldUntil !== null && isBefore(now, heldUntil)) {
    return {
      title: 'Plus qu’un mail à ouvrir',
      text: `Une place vous est gardée jusqu’à ${frenchHour(heldUntil)}. Nous avons écrit à ${email} : ouvrez le lien du mail pour la confirmer.`,
    }
  }
  return {
    title: 'Le délai pour confirmer est passé',
    text: 'La place n’est plus gardée. Inscrivez-vous à nouveau sur la page de l’évènement.',
  }
}
