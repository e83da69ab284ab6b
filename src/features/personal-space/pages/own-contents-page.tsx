import { addresses } from '#addresses'
import { STATE_TEXTS } from '#features/contents/texts.ts'
import { plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import { ActiveFilters } from '#ui/chip.tsx'
import { Select } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Filters } from '#ui/filters.tsx'
import { filledForm } from '#ui/form-state.ts'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import { Table } from '#ui/table.tsx'
import type { OwnContent } from '../own-content-queries.ts'
import {
  type CountedContents,
  isUnder,
  KIND_WORDS,
  type OwnContentsFilters,
  type OwnKind,
  ownContentsQuery,
  STATE_WORDS,
} from '../own-contents-filters.ts'
import { OWN_KIND_TEXTS } from '../texts.ts'
import { type BegunText, BegunTexts } from './begun-texts.tsx'
import { ownContentColumns } from './own-content-rows.tsx'

export type OwnContentsPageProps = {
  filters: OwnContentsFilters
  rows: readonly OwnContent[]
  counts: readonly CountedContents[]
  /** What was typed in forms and never saved. */
  begun: readonly BegunText[]
  pages: number
  url: string
  path: string
  now: Instant
}

/** « Voir tous mes contenus »: everything that one keeps true, by type and state (ESP-1). */
export function OwnContentsPage(props: OwnContentsPageProps) {
  const { filters, rows, counts, pages, url, path, now } = props
  const chips = chipsOf(filters)
  const add = (
    <ButtonLink href={addresses.mySpace.newContent()} icon="plus">
      Ajouter un contenu
    </ButtonLink>
  )
  return (
    <PageFrame>
      <PageHeading title="Mes contenus" lead="Tous les contenus dont vous êtes l’auteur." actions={add} />
      <SpaceTabs path={path} publishes />
      <BegunTexts begun={props.begun} now={now} />
      <TwoColumns sideAt="start" side={<FilterForm {...{ filters, counts }} active={chips.length} />}>
        <ActiveFilters chips={chips} clear={addresses.mySpace.contents()} />
        <p class="soft" role="status">
          {plural(countOf(counts, filters), 'contenu')}
        </p>
        {rows.length === 0 ? (
          <EmptyState
            title="Aucun contenu ici"
            text="Ce que vous écrivez apparaît dans ce tableau, brouillons compris."
            icon="list"
          />
        ) : (
          <Table
            caption="Mes contenus"
            unseenCaption
            columns={ownContentColumns(now)}
            rows={rows}
            keyOf={({ id }) => id}
          />
        )}
        <Pager page={filters.page} pages={pages} url={url} />
      </TwoColumns>
    </PageFrame>
  )
}

/** How many contents these filters show. */
export function countOf(counts: readonly CountedContents[], { kind, state }: Partial<OwnContentsFilters>): number {
  const found = counts.filter((one) => (kind === undefined || one.kind === kind) && isUnder(one, state))
  return found.reduce((sum, { count }) => sum + count, 0)
}

type FilterFormProps = Pick<OwnContentsPageProps, 'filters' | 'counts'> & { active: number }

function FilterForm({ filters, counts, active }: FilterFormProps) {
  const { kind, state } = filters
  const kinds = (Object.keys(KIND_WORDS) as OwnKind[]).map((key) => ({
    value: KIND_WORDS[key],
    text: OWN_KIND_TEXTS[key],
    count: countOf(counts, { kind: key, state }),
  }))
  const states = (Object.keys(STATE_WORDS) as (keyof typeof STATE_WORDS)[]).map((key) => ({
    value: STATE_WORDS[key],
    text: STATE_TEXTS[key],
    count: countOf(counts, { kind, state: key }),
  }))
  const shown = filledForm(ownContentsQuery(filters))
  return (
    <Filters action={addresses.mySpace.contents()} active={active}>
      <Select state={shown} name="type" label="Type" options={kinds} empty="Tous les types" optional="unsaid" />
      <Select state={shown} name="etat" label="État" options={states} empty="Tous les états" optional="unsaid" />
    </Filters>
  )
}

function chipsOf({ kind, state }: OwnContentsFilters): { href: string; text: string }[] {
  const { contents } = addresses.mySpace
  return [
    ...(kind ? [{ href: contents(ownContentsQuery({ state })), text: OWN_KIND_TEXTS[kind] }] : []),
    ...(state ? [{ href: contents(ownContentsQuery({ kind })), text: STATE_TEXTS[state] }] : []),
  ]
}
