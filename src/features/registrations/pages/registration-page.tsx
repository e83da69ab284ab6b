import { addresses, itemOf } from '#addresses'
import { placeTextOfDate } from '#features/events/place-text.ts'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { RegistrationDetail } from '../queries.ts'
import type { DateChoice } from './date-choices.tsx'
import { EnrolledBy, type Enroller } from './enrolled-by.tsx'
import { MoveForm } from './move-form.tsx'
import { CancelForm, ConfirmForm } from './registration-forms.tsx'
import { stateWords } from './state-words.ts'

export type RegistrationPageProps = {
  registration: RegistrationDetail
  /** Its title, or its day for who may not know more. */
  eventName: string
  now: Instant
  submission: string
  may: { confirm: boolean; cancel: boolean; move: boolean; readEvent: boolean }
  /** The other dates that one may move to. */
  dates: readonly DateChoice[]
  form: FormState
  /** Who enrolled the person; undefined when nobody did. */
  enroller: Enroller | undefined
}

/** One registration, for whoever holds its key: its state in a sentence, what to do, how to give the place back. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { registration, now, submission, may, dates, enroller } = props
  const { title, text } = stateWords(registration, now)
  const isCancelled = registration.date.cancelledAt !== null
  return (
    <PageFrame width="narrow">
      <PageHeading title={title} lead={text} crumbs={[{ href: addresses.agenda(), text: 'Agenda' }]} />
      {may.confirm && <ConfirmForm {...{ registration, submission }} mayRefuse={may.cancel} />}
      {may.move && isCancelled && <MoveForm {...props} title="Choisissez une autre date" />}
      <Panel title={props.eventName}>
        <RegistrationFacts registration={registration} now={now} forOwner />
        <Ways registration={registration} mayReadEvent={may.readEvent} />
      </Panel>
      {enroller && <EnrolledBy keyOf={registration.key} enroller={enroller} />}
      {may.move && !isCancelled && dates.length > 0 && <OtherDates registration={registration} />}
      {may.cancel && <CancelForm registration={registration} submission={submission} />}
    </PageFrame>
  )
}

function Ways({ registration, mayReadEvent }: { registration: RegistrationDetail; mayReadEvent: boolean }) {
  const { content, state, date, key } = registration
  return (
    <div class="row">
      {mayReadEvent && (
        <ButtonLink href={addresses.events.one({ item: itemOf(content) })} look="plain">
          Voir l’évènement
        </ButtonLink>
      )}
      {state === 'confirmed' && date.cancelledAt === null && (
        <ButtonLink href={addresses.registrations.calendar({ key })} look="plain" icon="calendar-plus" download>
          Ajouter à mon agenda
        </ButtonLink>
      )}
    </div>
  )
}

function OtherDates({ registration: { key, state } }: { registration: Pick<RegistrationDetail, 'key' | 'state'> }) {
  return (
    <section class="section">
      <h2>Cette date ne vous va plus ?</h2>
      <p>
        Prenez une autre date de cet évènement : votre inscription suit
        {state === 'confirmed' && ', et votre agenda aussi'}.
      </p>
      <p>
        <ButtonLink href={addresses.registrations.move({ key })} look="plain" icon="calendar">
          Choisir une autre date
        </ButtonLink>
      </p>
    </section>
  )
}

type Shown = Pick<RegistrationDetail, 'date' | 'event' | 'name' | 'email' | 'state'>

/** Date, place, person. The link of an online date is for whoever holds the key of a confirmed registration. */
export function RegistrationFacts(props: { registration: Shown; now: Instant; forOwner?: boolean }) {
  const { date, event, name, email, state } = props.registration
  const link = props.forOwner && state === 'confirmed' && date.cancelledAt === null ? date.onlineUrl : ''
  return (
    <Facts
      facts={[
        { term: 'Date', icon: 'calendar', detail: frenchRange(date.startsAt, date.endsAt ?? undefined, props.now) },
        { term: 'Lieu', icon: 'map-pin', detail: placeTextOfDate(event, date) },
        { term: 'Lien de connexion', icon: 'link', detail: link && <a href={link}>{link}</a> },
        { term: 'Inscrit', icon: 'user', detail: `${name} · ${email}` },
      ]}
    />
  )
}
