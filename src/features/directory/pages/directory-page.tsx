import { addresses, itemOf } from '#addresses'
import { mailLink, phoneLink } from '#features/structures/pages/sheet-parts.tsx'
import { enumerate, plural } from '#kernel/french'
import { ActiveFilters } from '#ui/chip.tsx'
import { Select } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { Filters } from '#ui/filters.tsx'
import { filledForm } from '#ui/form-state.ts'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { type DirectoryFilters, directoryQuery, MOST_PAGES, PAGE_SIZE } from '../filters.ts'
import type { Professional } from '../queries.ts'

export type DirectoryPageProps = {
  filters: DirectoryFilters
  rows: readonly Professional[]
  counts: { total: number; departements: readonly { code: string; count: number }[] }
  /** The name of each département, by code. */
  departements: ReadonlyMap<string, string>
  url: string
}

/** « Annuaire régional des professionnels » (DIR-1). */
export function DirectoryPage(props: DirectoryPageProps) {
  const { filters, counts, url } = props
  const chips = chipsOf(props)
  return (
    <PageFrame>
      <PageHeading
        title="Annuaire des professionnels"
        crumbs={[{ href: addresses.proSpace(), text: 'Espace pro' }]}
        lead="Celles et ceux du réseau « Je crée dans ma région » : qui fait quoi, et où."
      />
      <TwoColumns sideAt="start" side={<FilterForm {...props} active={chips.length} />}>
        <p class="soft" role="status" id="resultats-nombre">
          {counts.total === 0 ? 'Personne' : plural(counts.total, 'personne')}
        </p>
        <div class="results" id="resultats">
          <ActiveFilters chips={chips} clear={addresses.directory()} />
          <People {...props} />
          <Pager page={filters.page} pages={Math.min(MOST_PAGES, Math.ceil(counts.total / PAGE_SIZE))} url={url} />
          <p class="soft small">
            Chacun choisit ce qu’il montre : <a href={`${addresses.mySpace.profile()}#annuaire`}>ma fiche</a>. Ces
            adresses servent à accompagner les créateurs, pas à démarcher ; qui consulte l’annuaire est noté.
          </p>
        </div>
      </TwoColumns>
    </PageFrame>
  )
}

function People({ rows, departements }: DirectoryPageProps) {
  if (rows.length === 0) {
    return (
      <EmptyState
        icon="users"
        title="Personne ne répond à ces filtres"
        text="Retirez un filtre, ou tapez le début d’un nom."
        action={{ href: addresses.directory(), text: 'Voir tout l’annuaire' }}
      />
    )
  }
  return (
    <Table
      caption="Professionnels"
      unseenCaption
      columns={columnsOf(departements)}
      rows={rows}
      keyOf={({ id }) => id}
    />
  )
}

const columnsOf = (names: ReadonlyMap<string, string>): Column<Professional>[] => [
  { title: 'Nom', heading: true, cell: ({ name }) => name },
  { title: 'Fonction', cell: jobOf },
  { title: 'Structure', cell: structureOf },
  { title: 'Département', cell: ({ departements }) => enumerate(departements.map((code) => names.get(code) ?? code)) },
  { title: 'Contact', cell: contactOf },
]

const jobOf = ({ job, role }: Professional) => job ?? (role === 'animator' ? 'Animation territoriale' : NOTHING)

/** On a phone a row is a card, where an empty line would look forgotten. */
const NOTHING = <span class="soft">–</span>

function structureOf({ structure, structureName }: Professional) {
  if (structure === null) return structureName ?? NOTHING
  return <a href={addresses.structures.one({ item: itemOf(structure) })}>{structure.title}</a>
}

function contactOf({ phone, email, structure, structureName }: Professional) {
  if (phone === null && email === null)
    return structure || structureName ? <span class="soft">Par sa structure</span> : NOTHING
  return (
    <>
      {phone && <div>{phoneLink(phone)}</div>}
      {email && <div>{mailLink(email)}</div>}
    </>
  )
}

function FilterForm({ filters, counts, departements, active }: DirectoryPageProps & { active: number }) {
  const state = filledForm(directoryQuery({ ...filters, page: 1 }))
  const field = { state, optional: 'unsaid', maxLength: 100 } as const
  const nameOf = (code: string) => departements.get(code) ?? code
  const isKnown = counts.departements.some(({ code }) => code === filters.departement)
  const asked = filters.departement === '' || isKnown ? [] : [{ code: filters.departement, count: 0 }]
  const options = [...counts.departements, ...asked]
    .map(({ code, count }) => ({ value: code, text: nameOf(code), count }))
    .sort((a, b) => a.text.localeCompare(b.text, 'fr'))
  return (
    <Filters action={addresses.directory()} active={active}>
      <Field {...field} name="q" label="Nom" type="search" />
      <Field {...field} name="structure" label="Structure" type="search" />
      <Field {...field} name="fonction" label="Fonction" type="search" />
      <Select {...field} name="departement" label="Département" options={options} empty="Tous" />
    </Filters>
  )
}

/** The filters in force, each with the address without it. */
function chipsOf({ filters, departements }: DirectoryPageProps): { href: string; text: string }[] {
  const without = (name: keyof DirectoryFilters) =>
    addresses.directory(directoryQuery({ ...filters, page: 1, [name]: undefined }))
  const texts: [keyof DirectoryFilters, string][] = [
    ['name', filters.name && `« ${filters.name} »`],
    ['structure', filters.structure && `Structure : ${filters.structure}`],
    ['job', filters.job && `Fonction : ${filters.job}`],
    ['departement', departements.get(filters.departement) ?? filters.departement],
  ]
  return texts.flatMap(([name, text]) => (text === '' ? [] : [{ href: without(name), text }]))
}
