import type { PeopleOfDate, PeopleOfList } from '#features/events/slots.ts'
import { formatNumber, plural } from '#kernel/french'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { FieldRow } from '#ui/form.tsx'
import { errorOf, type FormState, fieldId, typedIn } from '#ui/form-state.ts'
import { foreseenText } from '../places-texts.ts'
import type { ListKind } from '../rules.ts'
import { LIST_PREFIX, listFieldsOf, readTypedList } from '../typed-places.ts'
import { FailingMark } from './failing-mark.tsx'

type Props = { state: FormState; prefix: string; people: PeopleOfDate | undefined }

// The manual’s words for each list (chapter « Créer un événement », 7).
const WORDS = {
  direct: {
    title: 'Liste d’inscription directe',
    who: 'Elle permet à tout utilisateur du site de s’inscrire.',
    places: 'Nombre de places, inscription directe',
  },
  prescription: {
    title: 'Liste d’inscription par prescription',
    who: 'Elle permet aux professionnels de l’accompagnement d’inscrire les créateurs qu’ils accompagnent.',
    places: 'Nombre de places, inscription par prescription',
  },
} satisfies Record<ListKind, Record<string, string>>

/** « INSCRIPTIONS » of one date: its two lists, who is already there, and what a change would do (REG-1 to REG-4). */
export function PlacesFields({ state, prefix, people }: Props) {
  const present = (kind: ListKind) => people?.lists.find((list) => list.kind === kind)
  const isUsed = present('prescription') !== undefined || isTyped(state, prefix + LIST_PREFIX.prescription)
  const count = people?.lists.reduce((sum, { emails }) => sum + emails.length, 0) ?? 0
  return (
    <div class="places">
      {count > 0 && (
        <p class="soft">
          Si le jour, l’heure ou le lieu change,{' '}
          {count === 1 ? 'cette personne est prévenue' : `ces ${formatNumber(count)} personnes sont prévenues`} par
          mail.
        </p>
      )}
      <section class="places-list">
        <h3>{WORDS.direct.title}</h3>
        <ListFields kind="direct" present={present('direct')} {...{ state, prefix }} />
      </section>
      <Disclosure title={WORDS.prescription.title} open={isUsed}>
        <ListFields kind="prescription" present={present('prescription')} {...{ state, prefix }} />
      </Disclosure>
      {people?.everRegistered && (
        <div class="row without-script">
          <Button look="plain" size="slim" icon="eye" name="geste" value="voir-inscriptions" action={anchorOf(prefix)}>
            Voir ce qui va se passer
          </Button>
        </div>
      )}
    </div>
  )
}

/** The row that holds these fields: where the page comes back to. */
const anchorOf = (prefix: string): string => `#${prefix.replace(/\.$/, '').replaceAll('.', '-')}`

/** Something other than what a new date begins with was typed or is wrong. */
const isTyped = ({ values, errors }: FormState, prefix: string): boolean =>
  ['places', 'sans-limite', 'delai'].some(
    (name) => (values[prefix + name]?.[0] ?? '') !== '' || errors[prefix + name] !== undefined,
  )

type ListProps = { state: FormState; prefix: string; kind: ListKind; present: PeopleOfList | undefined }

function ListFields({ state, prefix, kind, present }: ListProps) {
  const name = (field: string) => prefix + LIST_PREFIX[kind] + field
  return (
    <div class="places-fields" data-places-list={present === undefined ? '' : JSON.stringify(factsOf(present))}>
      <FieldRow>
        <Field
          state={state}
          name={name('places')}
          label={WORDS[kind].places}
          inputmode="numeric"
          width="short"
          optional
          hint={`${WORDS[kind].who} Vide : pas de liste. 0 : liste close.`}
        />
      </FieldRow>
      <FieldRow>
        <Checkbox state={state} name={name('sans-limite')} label="Sans limite" optional="unsaid" />
        <Checkbox state={state} name={name('ouvertes')} label="Inscriptions ouvertes" optional="unsaid" />
      </FieldRow>
      <p class="foreseen" role="status" id={`${fieldId(name('places'))}-effet`}>
        {foreseenIn(state, prefix + LIST_PREFIX[kind], present)}
      </p>
      <Queue {...{ state }} name={name('delai')} />
      {present && present.emails.length > 0 && <Registrants {...present} />}
    </div>
  )
}

/** What the browser needs to say the same while one types: figures alone. */
const factsOf = ({ places, open, taken, waiting, everRegistered }: PeopleOfList) => ({
  ...{ places, open, taken, waiting, everRegistered },
})

function foreseenIn(state: FormState, prefix: string, present: PeopleOfList | undefined): string {
  const typed = readTypedList(listFieldsOf((name) => typedIn(state, prefix + name)))
  return 'faults' in typed ? '' : foreseenText(present, typed)
}

function Queue({ state, name }: { state: FormState; name: string }) {
  const isUsed = typedIn(state, name) !== '' || errorOf(state, name) !== undefined
  return (
    <Disclosure title="Liste d’attente" open={isUsed}>
      <Field
        state={state}
        name={name}
        label="Heures pour accepter une place libérée"
        inputmode="numeric"
        width="short"
        optional
        hint="Vide : la place libérée revient d’office à la première personne en attente. Sinon elle lui est proposée par mail, et passe à la suivante si elle n’est pas acceptée à temps."
      />
    </Disclosure>
  )
}

function Registrants({ emails, failing, waiting }: Pick<PeopleOfList, 'emails' | 'failing' | 'waiting'>) {
  const placed = plural(emails.length - waiting, 'personne inscrite', 'personnes inscrites')
  return (
    <Disclosure title={waiting === 0 ? placed : `${placed}, ${formatNumber(waiting)} en attente`}>
      <ul>
        {emails.map((email) => (
          <li key={email}>
            {email}
            <FailingMark when={failing.has(email)} />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
