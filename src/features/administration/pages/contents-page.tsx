import { addresses } from '#addresses'
import { KIND_TEXTS, STATE_TEXTS } from '#features/contents/texts.ts'
import { plural } from '#kernel/french'
import { shortDay, sinceText } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { type Option, Radios, Select } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { Filters } from '#ui/filters.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import { chosenIn, type FormState } from '#ui/form-state.ts'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { Table } from '#ui/table.tsx'
import type { QueueFilters } from '../content-filters.ts'
import type { QueuedContent } from '../content-queries.ts'

export type ContentsPageProps = {
  rows: readonly QueuedContent[]
  count: number
  pages: number
  filters: QueueFilters
  /** The filters as a form, and their choices. */
  asked: FormState
  choices: { kinds: readonly Option[]; states: readonly Option[]; departements: readonly Option[] }
  departementName(code: string): string
  /** The change of authors; absent where one may not. */
  bulk: { state: FormState; submission: string } | undefined
  url: string
  now: Instant
}

/** The contents that one judges, with their age, authors and département (ADM-1). */
export function ContentsPage(props: ContentsPageProps) {
  const { rows, count, filters, bulk } = props
  return (
    <PageFrame>
      <PageHeading
        title="Contenus"
        crumbs={[{ href: addresses.admin.home(), text: 'Administration' }]}
        lead={plural(count, filters.state === 'waiting' ? 'contenu à valider' : 'contenu', manyText(filters))}
      />
      <TwoColumns side={<Asked {...props} />} sideAt="start">
        {rows.length === 0 && (
          <EmptyState
            icon="circle-check"
            title="Rien ici"
            text="Aucun contenu de votre territoire n’est dans cet état."
          />
        )}
        {rows.length > 0 && bulk === undefined && <Rows {...props} />}
        {rows.length > 0 && bulk !== undefined && (
          <Form action={addresses.admin.authors()} submission={bulk.submission}>
            <ErrorSummary state={bulk.state} />
            <Rows {...props} />
            <Authors state={bulk.state} />
          </Form>
        )}
        <Pager page={filters.page} pages={props.pages} url={props.url} />
      </TwoColumns>
    </PageFrame>
  )
}

const manyText = ({ state }: QueueFilters): string => (state === 'waiting' ? 'contenus à valider' : 'contenus')

function Asked({ filters, asked, choices }: ContentsPageProps) {
  const active = [filters.kind, filters.departement, filters.state === 'waiting' ? '' : filters.state].filter(Boolean)
  return (
    <Filters action={addresses.admin.contents()} active={active.length}>
      <Select state={asked} name="etat" label="État" options={choices.states} />
      <Select state={asked} name="type" label="Type" options={choices.kinds} empty="Tous" optional="unsaid" />
      <Select
        state={asked}
        name="departement"
        label="Département"
        options={choices.departements}
        empty="Tous"
        optional="unsaid"
      />
    </Filters>
  )
}

function Rows({ rows, now, bulk, departementName }: ContentsPageProps) {
  const ticked = bulk === undefined ? [] : chosenIn(bulk.state, 'contenu')
  const tick = {
    title: 'Choisir',
    cell: ({ id, title }: QueuedContent) => (
      <input type="checkbox" name="contenu" value={id} checked={ticked.includes(String(id))} aria-label={title} />
    ),
  }
  return (
    <Table
      caption="Contenus"
      unseenCaption
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        ...(bulk === undefined ? [] : [tick]),
        {
          title: 'Titre',
          heading: true,
          cell: ({ id, title }) => <a href={addresses.admin.content({ content: id })}>{title}</a>,
        },
        { title: 'Type', cell: ({ kind }) => KIND_TEXTS[kind].one },
        {
          title: 'État',
          cell: ({ state, isChange }) => (isChange ? 'Publié, modification à valider' : STATE_TEXTS[state]),
        },
        { title: 'Auteurs', cell: ({ authors }) => authors.join(', ') || '—' },
        { title: 'Départements', cell: ({ departements }) => departements.map(departementName).join(', ') || 'Région' },
        { title: 'Attend', cell: ({ since, updatedAt }) => (since ? sinceText(since, now) : shortDay(updatedAt)) },
      ]}
    />
  )
}

function Authors({ state }: { state: FormState }) {
  const manners = [
    { value: 'ajouter', text: 'Ajouter cet auteur' },
    { value: 'retirer', text: 'Retirer cet auteur' },
  ]
  return (
    <Disclosure title="Changer les auteurs des contenus cochés" open={Object.keys(state.errors).length > 0}>
      <Field state={state} name="courriel" label="Adresse e-mail du compte" type="email" />
      <Radios state={state} name="maniere" label="Que faire" options={manners} />
      <p class="hint">Un nouvel auteur reçoit un mail.</p>
      <SaveBar>
        <Button icon="users">Changer les auteurs</Button>
      </SaveBar>
    </Disclosure>
  )
}
