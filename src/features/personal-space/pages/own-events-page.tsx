import { addresses, itemOf } from '#addresses'
import type { ContentState } from '#features/contents/access.ts'
import { STATE_TEXTS } from '#features/contents/texts.ts'
import { plural } from '#kernel/french'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import { type Column, Table } from '#ui/table.tsx'

export type OwnEventRow = {
  id: number
  slug: string
  title: string
  state: ContentState
  nextDate: Instant | null
  /** Confirmed on the coming dates; undefined where there is no list. */
  people: number | undefined
}

export type OwnEventsPageProps = {
  rows: readonly OwnEventRow[]
  count: number
  page: number
  pages: number
  url: string
  path: string
  now: Instant
}

export function OwnEventsPage({ rows, count, page, pages, url, path, now }: OwnEventsPageProps) {
  const create = (
    <ButtonLink href={addresses.events.new()} icon="calendar-plus">
      Créer un évènement
    </ButtonLink>
  )
  return (
    <PageFrame>
      <PageHeading title="Mes évènements" actions={create} />
      <SpaceTabs path={path} publishes />
      {rows.length === 0 ? (
        <EmptyState
          title="Aucun évènement ici"
          text="Les évènements que vous créez apparaissent dans ce tableau, brouillons compris."
          icon="calendar"
        />
      ) : (
        <>
          <p class="soft">{plural(count, 'évènement')}</p>
          <Table caption="Mes évènements" unseenCaption columns={columns(now)} rows={rows} keyOf={({ id }) => id} />
        </>
      )}
      <Pager {...{ page, pages, url }} />
    </PageFrame>
  )
}

const columns = (now: Instant): Column<OwnEventRow>[] => [
  {
    title: 'Titre',
    heading: true,
    cell: (row) => <a href={addresses.events.one({ item: itemOf(row) })}>{row.title}</a>,
  },
  {
    title: 'Prochaine date',
    cell: ({ nextDate }) => (nextDate === null ? 'Aucune à venir' : frenchRange(nextDate, undefined, now)),
  },
  {
    title: 'État',
    cell: ({ state }) => <Chip tone={state === 'published' ? 'fir' : 'sun'}>{STATE_TEXTS[state]}</Chip>,
  },
  { title: 'Inscrits', numeric: true, cell: ({ people }) => people ?? '–' },
  {
    title: 'Modifier',
    cell: (row) => (
      <a href={addresses.events.edit({ item: itemOf(row) })}>
        modifier<span class="unseen"> : {row.title}</span>
      </a>
    ),
  },
]
