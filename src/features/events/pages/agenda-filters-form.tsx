import { addresses } from '#addresses'
import { communeState } from '#features/structures/pages/commune-state.ts'
import { filterState } from '#features/structures/pages/structures-page.tsx'
import { CommuneField } from '#features/territory/pages/commune-field.tsx'
import { plural } from '#kernel/french'
import { Checkbox, type Option, Select } from '#ui/choice.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { Filters } from '#ui/filters.tsx'
import { FieldRow } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import type { AgendaCounts, Group } from '../agenda-facets.ts'
import { agendaQuery, MAP_VIEW, RADII, USUAL_RADIUS } from '../agenda-filters.ts'
import { MOST_COUNTED } from '../agenda-sizes.ts'
import { KIND_TEXTS, KIND_WORDS, PRICE_TEXTS, PRICE_WORDS, SECTOR_TEXTS, SIZE_TEXTS, SIZE_WORDS } from '../texts.ts'
import type { AgendaFrameProps } from './agenda-view.ts'

/** A number that is not known is not said. */
const countOf = ({ groups, partial }: AgendaCounts, group: Group, key: string): number | undefined =>
  groups[group][key] ?? (partial ? undefined : 0)

function options<Key extends string>(
  counts: AgendaCounts,
  group: Group,
  { words, texts }: { words: Record<Key, string>; texts: Record<Key, string> },
): Option[] {
  const keys = Object.keys(texts) as Key[]
  return keys.map((key) => ({ value: words[key], text: texts[key], count: countOf(counts, group, key) }))
}

const SECTOR_WORDS = { ess: 'ess', innovation: 'innovation' } as const
const RADIUS_OPTIONS = RADII.map((radius) => ({ value: String(radius), text: `${radius} km` }))

/** Each filter keeps « tous » as its first choice; the address holds only what was chosen. */
export function AgendaFiltersForm({ frame, active }: { frame: AgendaFrameProps; active: number }) {
  const { filters, counts, month } = frame
  const commune = communeState(frame.commune, filters.commune)
  const state = filterState({ rayon: String(USUAL_RADIUS), ...said(agendaQuery({ ...filters, page: 1 })) }, commune)
  const filter = (name: string, label: string, empty: string) => ({
    ...{ state, name, label, empty },
    optional: 'unsaid' as const,
  })
  const places = frame.departements.map(({ code, name }) => ({
    value: code,
    text: name,
    count: countOf(counts, 'departement', code),
  }))
  return (
    <Filters
      action={month === undefined ? addresses.agenda() : addresses.agendaMonth()}
      active={active}
      open={commune.error !== undefined}
    >
      {month !== undefined && <Hidden name="mois" value={month} />}
      {filters.map && <Hidden name="vue" value={MAP_VIEW} />}
      <Select {...filter('departement', 'Département', 'Toute la région')} options={places} />
      <CommuneField state={state} name="commune" label="Près de" optional="unsaid" choices={commune.choices} />
      <Select state={state} name="rayon" label="À moins de" optional="unsaid" options={RADIUS_OPTIONS} />
      <Select
        {...filter('type', 'Type d’évènement', 'Tous les types')}
        options={options(counts, 'kind', { words: KIND_WORDS, texts: KIND_TEXTS })}
      />
      <Select
        {...filter('tarif', 'Tarification', 'Gratuit ou payant')}
        options={options(counts, 'price', { words: PRICE_WORDS, texts: PRICE_TEXTS })}
      />
      <Select
        {...filter('taille', 'Taille du projet', 'Seul ou à plusieurs')}
        options={options(counts, 'size', { words: SIZE_WORDS, texts: SIZE_TEXTS })}
      />
      <Select
        {...filter('secteur', 'Secteur spécifique', 'Tous les secteurs')}
        options={options(counts, 'sector', { words: SECTOR_WORDS, texts: SECTOR_TEXTS })}
      />
      <Boxes state={state} counts={counts} />
      {month === undefined && <Period state={state} />}
      {counts.partial && <p class="hint">Nombres comptés sur les {plural(MOST_COUNTED, 'prochaine date')}.</p>}
    </Filters>
  )
}

const said = (query: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

function Boxes({ state, counts }: { state: FormState; counts: AgendaCounts }) {
  const online = countOf(counts, 'mode', 'online')
  const label = (text: string, count: number | undefined) => (count === undefined ? text : `${text} (${count})`)
  return (
    <div class="boxes">
      <Checkbox state={state} name="en_ligne" label={label('En ligne', online)} optional="unsaid" />
      <Checkbox state={state} name="places" label={label('Avec des places libres', counts.seats)} optional="unsaid" />
    </div>
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
