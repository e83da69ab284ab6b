import { addresses } from '#addresses'
import { Select } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { Filters } from '#ui/filters.tsx'
import { FieldRow } from '#ui/form.tsx'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { type AgendaFilters, agendaQuery } from '../agenda-filters.ts'
import { EVENT_KINDS } from '../rules.ts'
import { KIND_TEXTS, KIND_WORDS, PRICE_TEXTS, PRICE_WORDS, SECTOR_TEXTS, SIZE_TEXTS, SIZE_WORDS } from '../texts.ts'

type Props = { filters: AgendaFilters; departements: readonly { code: string; name: string }[]; active: number }

const options = <Key extends string>(words: Record<Key, string>, texts: Record<Key, string>) =>
  (Object.keys(words) as Key[]).map((key) => ({ value: words[key], text: texts[key] }))

const sectors = Object.entries(SECTOR_TEXTS).map(([value, text]) => ({ value, text }))

/** Each filter keeps « tous » as its first choice; the address holds only what was chosen. */
export function AgendaFiltersForm({ filters, departements, active }: Props) {
  const state = filledForm(agendaQuery({ ...filters, page: 1 }))
  const places = departements.map(({ code, name }) => ({ value: code, text: `${name} (${code})` }))
  const kinds = EVENT_KINDS.map((kind) => ({ value: KIND_WORDS[kind], text: KIND_TEXTS[kind] }))
  return (
    <Filters action={addresses.agenda()} active={active}>
      <Select
        state={state}
        name="departement"
        label="Département"
        options={places}
        empty="Toute la région"
        optional="unsaid"
      />
      <Select
        state={state}
        name="type"
        label="Type d’évènement"
        options={kinds}
        empty="Tous les types"
        optional="unsaid"
      />
      <Select
        state={state}
        name="tarif"
        label="Tarification"
        options={options(PRICE_WORDS, PRICE_TEXTS)}
        empty="Gratuit ou payant"
        optional="unsaid"
      />
      <Select
        state={state}
        name="taille"
        label="Taille du projet"
        options={options(SIZE_WORDS, SIZE_TEXTS)}
        empty="Seul ou à plusieurs"
        optional="unsaid"
      />
      <Select
        state={state}
        name="secteur"
        label="Secteur spécifique"
        options={sectors}
        empty="Tous les secteurs"
        optional="unsaid"
      />
      <Period state={state} />
    </Filters>
  )
}

function Period({ state }: { state: FormState }) {
  return (
    <FieldRow>
      <Field state={state} name="du" label="Du" type="date" optional="unsaid" />
      <Field state={state} name="au" label="Au" type="date" optional="unsaid" />
    </FieldRow>
  )
}
