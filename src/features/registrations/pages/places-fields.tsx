import type { PeopleOfDate } from '#features/events/slots.ts'
import { plural } from '#kernel/french'
import { Checkbox } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { FieldRow } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { FailingMark } from './failing-mark.tsx'

type Props = { state: FormState; prefix: string; people: PeopleOfDate | undefined }

/** « INSCRIPTIONS » of one date: places of the direct list, who is already there, what a change would do. */
export function PlacesFields({ state, prefix, people }: Props) {
  return (
    <div class="places">
      <Field
        state={state}
        name={`${prefix}places`}
        label="Nombre de places, inscription directe"
        inputmode="numeric"
        width="short"
        optional
        hint={hintOf(people)}
      />
      <FieldRow>
        <Checkbox state={state} name={`${prefix}sans-limite`} label="Sans limite" optional="unsaid" />
        <Checkbox state={state} name={`${prefix}ouvertes`} label="Inscriptions ouvertes" optional="unsaid" />
      </FieldRow>
      {people && people.emails.length > 0 && <Registrants {...people} />}
    </div>
  )
}

/** Said beforehand: how low the number may go, and who moves up when it grows. */
function hintOf(people: PeopleOfDate | undefined): string {
  if (people === undefined || !people.everRegistered) return 'Vide : pas d’inscription en ligne. 0 : liste close.'
  const taken = `${plural(people.taken, 'inscrit')}, minimum ${people.taken}. 0 clôt la liste et garde ses inscrits.`
  if (people.waiting === 0) return taken
  return `${taken} ${plural(people.waiting, 'personne attend', 'personnes attendent')} : chaque place ajoutée va à la première.`
}

function Registrants({ emails, failing }: Pick<PeopleOfDate, 'emails' | 'failing'>) {
  return (
    <details>
      <summary>{plural(emails.length, 'personne inscrite', 'personnes inscrites')}</summary>
      <ul>
        {emails.map((email) => (
          <li key={email}>
            {email}
            <FailingMark when={failing.has(email)} />
          </li>
        ))}
      </ul>
    </details>
  )
}
