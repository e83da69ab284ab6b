import { addresses, contentPage, itemOf } from '#addresses'
import { frenchDay } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Card, CardList } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import { type Tab, Tabs } from '#ui/tabs.tsx'
import { KEPT_KINDS, type KeptKind, KIND_WORDS, PAGE_SIZE } from '../filters.ts'
import type { Favourite } from '../queries.ts'
import { KIND_TEXTS, KINDS_TEXTS } from '../texts.ts'
import { KeepForm } from './keep-form.tsx'

export type FavouritesPageProps = {
  rows: readonly Favourite[]
  kind: KeptKind | undefined
  counts: readonly { kind: KeptKind | null; count: number }[]
  publishes: boolean
  page: number
  path: string
  url: string
  now: Instant
}

/** « Mes favoris » (ESP-2). */
export function FavouritesPage(props: FavouritesPageProps) {
  const { rows, kind, counts, publishes, path, url } = props
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const shown = kind === undefined ? all : (counts.find((one) => one.kind === kind)?.count ?? 0)
  return (
    <PageFrame>
      <PageHeading title="Mes favoris" lead="Ce que vous avez gardé, pour y revenir." />
      <SpaceTabs path={path} publishes={publishes} />
      {all > 0 && <Kinds {...props} all={all} />}
      {rows.length === 0 ? (
        <EmptyState
          icon="bookmark"
          title="Rien de gardé ici pour l’instant"
          text="Au pied de chaque page, « Garder dans mon espace » met de côté une structure, un service, un évènement, un article ou une ressource."
          action={{ href: addresses.services.all(), text: 'Voir les services' }}
        />
      ) : (
        <CardList label="Mes favoris">
          {rows.map((row) => (
            <Row key={row.id} row={row} {...props} />
          ))}
        </CardList>
      )}
      <Pager page={props.page} pages={Math.ceil(shown / PAGE_SIZE)} url={url} />
    </PageFrame>
  )
}

function Kinds({ kind, counts, all }: FavouritesPageProps & { all: number }) {
  const { favourites } = addresses.mySpace
  const countOf = (one: KeptKind) => counts.find((row) => row.kind === one)?.count ?? 0
  const tabs: Tab[] = [
    { href: favourites(), text: 'Tout', current: kind === undefined, count: all },
    ...KEPT_KINDS.filter((one) => countOf(one) > 0 || one === kind).map((one) => ({
      href: favourites({ type: KIND_WORDS[one] }),
      text: KINDS_TEXTS[one],
      current: kind === one,
      count: countOf(one),
    })),
  ]
  return <Tabs label="Types de contenus" tabs={tabs} />
}

function Row({ row, url, now }: FavouritesPageProps & { row: Favourite }) {
  const { id, kind, title, slug, summary, since } = row
  const day = frenchDay(since, now)
  const form = (about: string) => <KeepForm contentId={id} isKept back={url} about={about} />
  if (kind === null || title === null || slug === null) {
    return (
      <li class="card">
        <p class="soft">Ce que vous aviez gardé le {day} n’est plus en ligne.</p>
        <div class="card-foot above">{form(`ce qui était gardé depuis le ${day}`)}</div>
      </li>
    )
  }
  return (
    <Card
      href={contentPage[kind]({ item: itemOf({ id, slug }) })}
      title={title}
      level={2}
      foot={<div class="row above">{form(title)}</div>}
    >
      <p class="row">
        <Chip>{KIND_TEXTS[kind]}</Chip>
        <span class="soft small">gardé le {day}</span>
      </p>
      {summary && <p class="soft clamp">{summary}</p>}
    </Card>
  )
}
