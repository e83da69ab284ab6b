import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { errorOf, type FormState, fieldId, typedIn } from '#ui/form-state.ts'
import { Icon } from '#ui/icon.tsx'
import { Meter } from '#ui/meter.tsx'
import { Panel } from '#ui/page-frame.tsx'
import { HOLD_HOURS } from '../rules.ts'

export type DateChoice = {
  listId: number
  text: string
  cancelled: boolean
  closed: boolean
  seats: string
  meter: { taken: number; places: number } | undefined
}
export type OwnPlace = { key: string; state: string; date: string }

export type RegistrationBlockProps = {
  item: string
  dates: readonly DateChoice[]
  own: readonly OwnPlace[]
  person: { name: string; email: string } | undefined
  form: FormState
  submission: string
}

/** « Inscription »: choose a date, say who one is, once. Nothing else is asked (REG-5). */
export function RegistrationBlock({ item, dates, own, person, form, submission }: RegistrationBlockProps) {
  const open = dates.some((date) => !date.closed)
  return (
    <Panel title="Inscription" id="inscription" sticky>
      <OwnPlaces own={own} />
      <Form action={`${addresses.events.register({ item })}#inscription`} submission={submission}>
        <ErrorSummary state={form} />
        <DateChoices dates={dates} form={form} />
        {open && <Who person={person} form={form} />}
        {open ? (
          <Button size="wide">{own.length > 0 ? 'M’inscrire à une autre date' : 'M’inscrire'}</Button>
        ) : (
          <p class="soft">Aucune date n’est ouverte à l’inscription pour le moment.</p>
        )}
      </Form>
    </Panel>
  )
}

function OwnPlaces({ own }: { own: readonly OwnPlace[] }) {
  if (own.length === 0) return null
  return (
    <ul class="own-places">
      {own.map(({ key, state, date }) => (
        <li key={key}>
          <Icon name="circle-check" />
          <span>
            Votre inscription est {state} : <a href={addresses.registrations.one({ key })}>{date}</a>
          </span>
        </li>
      ))}
    </ul>
  )
}

function DateChoices({ dates, form }: { dates: readonly DateChoice[]; form: FormState }) {
  const error = errorOf(form, 'date')
  const firstOpen = dates.find(({ closed }) => !closed)?.listId
  const chosen = typedIn(form, 'date') || String(firstOpen ?? '')
  return (
    <fieldset class={error ? 'date-choices field wrong' : 'date-choices field'}>
      <legend>{dates.length === 1 ? 'La date' : 'Choisissez une date'}</legend>
      {error && <p class="error">{error}</p>}
      {dates.map((date, place) => (
        <label key={date.listId}>
          <input
            type="radio"
            name="date"
            id={place === 0 ? fieldId('date') : undefined}
            value={date.listId}
            checked={chosen === String(date.listId)}
            disabled={date.closed}
          />
          <b>{date.cancelled ? <s>{date.text}</s> : date.text}</b>
          <span class="small">
            {date.meter ? <Meter value={date.meter.taken} max={date.meter.places} text={date.seats} /> : date.seats}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Who({ person, form }: { person: RegistrationBlockProps['person']; form: FormState }) {
  if (person !== undefined) {
    return (
      <p class="small">
        Vous vous inscrivez comme <b>{person.name}</b>. La confirmation et l’invitation pour votre agenda partent à{' '}
        {person.email}.
      </p>
    )
  }
  return (
    <>
      <Field state={form} name="nom" label="Votre nom" autocomplete="name" maxLength={200} />
      <Field
        state={form}
        name="email"
        label="Votre adresse e-mail"
        type="email"
        autocomplete="email"
        hint={`Vous y recevrez un lien pour confirmer : la place vous est gardée ${HOLD_HOURS} heures, sans créer de compte.`}
      />
      <Field
        state={form}
        name="telephone"
        label="Votre téléphone"
        type="tel"
        autocomplete="tel"
        optional
        hint="Pour vous joindre si la date change au dernier moment."
      />
    </>
  )
}
