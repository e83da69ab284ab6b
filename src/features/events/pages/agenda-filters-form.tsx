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
  const filter = (name: string, label: string, empty: string) => ({
    state,
    name,
    label,
    empty,
    optional: 'unsaid' as const,
  })
  return (
    <Filters action={addresses.agenda()} active={active}>
      <Select {...filter('departement', 'Département', 'Toute la région')} options={places} />
      <Select {...filter('type', 'Type d’évènement', 'Tous les types')} options={kinds} />
      <Select {...filter('tarif', 'Tarification', 'Gratuit ou payant')} options={options(PRICE_WORDS, PRICE_TEXTS)} />
      <Select
        {...filter('taille', 'Taille du projet', 'Seul ou à plusieurs')}
        options={options(SIZE_WORDS, SIZE_TEXTS)}
      />
      <Select {...filter('secteur', 'Secteur spécifique', 'Tous les secteurs')} options={sectors} />
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
