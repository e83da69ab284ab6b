import { addresses, itemOf } from '#addresses'
import { placeText } from '#features/events/place-text.ts'
import { frenchHour, frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { Form } from '#ui/form.tsx'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { RegistrationDetail } from '../queries.ts'
import { ordinal } from '../texts.ts'

export type RegistrationPageProps = {
  registration: RegistrationDetail
  now: Instant
  submission: string
  may: { confirm: boolean; cancel: boolean; readEvent: boolean }
}

/** One registration, for whoever holds its key: its state in a sentence, what to do, how to give the place back. */
export function RegistrationPage({ registration, now, submission, may }: RegistrationPageProps) {
  const { title, text } = stateWords(registration, now)
  return (
    <PageFrame width="narrow">
      <PageHeading title={title} lead={text} crumbs={[{ href: addresses.agenda(), text: 'Agenda' }]} />
      {may.confirm && <ConfirmForm registration={registration} submission={submission} />}
      <Panel title={registration.content.title}>
        <RegistrationFacts registration={registration} now={now} />
        <div class="row">
          {may.readEvent && (
            <ButtonLink href={addresses.events.one({ item: itemOf(registration.content) })} look="plain">
              Voir l’évènement
            </ButtonLink>
          )}
          {registration.state === 'confirmed' && registration.date.cancelledAt === null && (
            <ButtonLink
              href={addresses.registrations.calendar({ key: registration.key })}
              look="plain"
              icon="calendar-plus"
              download
            >
              Ajouter à mon agenda
            </ButtonLink>
          )}
        </div>
      </Panel>
      {may.cancel && <CancelForm registration={registration} submission={submission} />}
    </PageFrame>
  )
}

export function RegistrationFacts({ registration, now }: { registration: RegistrationDetail; now: Instant }) {
  const { date, event, name, email } = registration
  return (
    <Facts
      facts={[
        { term: 'Date', icon: 'calendar', detail: frenchRange(date.startsAt, date.endsAt ?? undefined, now) },
        { term: 'Lieu', icon: 'map-pin', detail: placeText(event) },
        { term: 'Inscrit', icon: 'user', detail: `${name} · ${email}` },
      ]}
    />
  )
}

function ConfirmForm({ registration, submission }: { registration: RegistrationDetail; submission: string }) {
  return (
    <Form action={addresses.registrations.confirm({ key: registration.key })} submission={submission}>
      <Button icon="check">Confirmer mon inscription</Button>
    </Form>
  )
}

function CancelForm({ registration, submission }: { registration: RegistrationDetail; submission: string }) {
  const waits = registration.state === 'waiting'
  return (
    <section class="section">
      <h2>Vous ne pouvez plus venir ?</h2>
      <p>
        {waits
          ? 'Quittez la liste d’attente : les personnes suivantes avancent d’un rang.'
          : 'Rendez votre place : elle va tout de suite à la première personne qui attend.'}{' '}
        Vous recevrez un mail, et l’invitation disparaîtra de votre agenda.
      </p>
      <Form action={addresses.registrations.cancel({ key: registration.key })} submission={submission}>
        <Button look="danger">{waits ? 'Quitter la liste d’attente' : 'Annuler mon inscription'}</Button>
      </Form>
    </section>
  )
}

/** What the state means, in words to the person. */
function stateWords(registration: RegistrationDetail, now: Instant): { title: string; text: string } {
  const { state, date, heldUntil, verifiedAt, rank } = registration
  if (date.cancelledAt !== null) {
    return { title: 'Cette date est annulée', text: 'L’organisateur a annulé cette date. Vous n’avez rien à faire.' }
  }
  if (state === 'confirmed')
    return {
      title: 'Votre inscription est confirmée',
      text: 'Votre place est réservée. La confirmation est partie par mail, avec l’invitation pour votre agenda.',
    }
  if (state === 'held')
    return {
      title: 'Confirmez votre inscription',
      text: `Une place vous est gardée jusqu’à ${frenchHour(heldUntil ?? now)}. Appuyez sur le bouton pour la confirmer.`,
    }
  if (state === 'waiting') {
    const place = `Vous êtes ${ordinal(rank)} sur la liste d’attente.`
    return verifiedAt === null
      ? {
          title: 'Confirmez votre adresse',
          text: `${place} Appuyez sur le bouton pour confirmer votre adresse et garder votre rang.`,
        }
      : {
          title: 'Vous êtes sur la liste d’attente',
          text: `${place} Dès qu’une place se libère elle est à vous, et un mail vous prévient.`,
        }
  }
  if (state === 'expired')
    return {
      title: 'Le délai pour confirmer est passé',
      text: 'La place n’est plus gardée, mais vous pouvez encore confirmer : s’il reste une place elle est à vous, sinon vous rejoignez la liste d’attente.',
    }
  return {
    title: 'Votre inscription est annulée',
    text: 'Vous pouvez vous inscrire à nouveau sur la page de l’évènement.',
  }
}
