import { addresses, idOfItem, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayEdit, mayRead } from '#features/contents/access.ts'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { filesReadable } from '#features/contents/routes-files.tsx'
import { headOf } from '#features/contents/routes-head.ts'
import type { ContentFoot } from '#features/contents/slots.ts'
import { AttachedFiles } from '#features/files/pages/attached-files.tsx'
import { FileImage } from '#features/files/pages/file-image.tsx'
import { departementNames, findEpci, resolveCommune } from '#features/territory/queries.ts'
import { type Answer, hidden, page, reserved } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { mapPointsJson } from '#ui/map-points.ts'
import { structureJsonLd } from './json-ld.ts'
import { readStructureFilters, type StructureFilters } from './listing-rules.ts'
import { StructurePage } from './pages/structure-page.tsx'
import { StructuresPage } from './pages/structures-page.tsx'
import { VerifyButton } from './pages/verify-button.tsx'
import { findStructure, listStructures, MOST_POINTS, structureFacets, structurePoints } from './queries.ts'
import type { StructureBlock } from './slots.ts'

/** The public side of structures; `blocks` are what other features show on a sheet, in order. */
export function structureRoutes(site: WebSite, parts: Parts, shown: Shown): void {
  site.get(addresses.structures.all, (visit) => listAnswer(visit, parts))
  site.get(addresses.structures.points, (visit) => pointsAnswer(visit, parts))
  site.get(addresses.structures.one, (visit) => sheetAnswer(visit, parts, shown))
}

type Shown = { blocks: readonly StructureBlock[]; kind: KindOfContent; foot: ContentFoot }

async function readAsked(visit: WebVisit, { database }: Parts) {
  const filters = readStructureFilters((name) => visit.query.get(name))
  const commune = await resolveCommune(database, filters.commune)
  const near = commune.kind === 'one' ? commune.commune : undefined
  return { asked: { person: visit.actor, filters, near }, commune }
}

async function listAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const { database } = parts
  const { asked, commune } = await readAsked(visit, parts)
  const { filters } = asked
  const [rows, facets, departements, epci] = await Promise.all([
    listStructures(database, asked),
    structureFacets(database, asked),
    departementNames(database),
    filters.epci === '' ? undefined : findEpci(database, filters.epci),
  ])
  const tiles = parts.settings.MAP_TILES_URL
  const props = { filters, rows, facets, departements, commune, epci, tiles }
  return page('Structures', <StructuresPage {...props} now={visit.now} url={visit.url} />, {
    tags: ['structures'],
    islands: ['commune', 'live-results', 'list-map'],
    description: 'Les structures qui accompagnent la création d’entreprise en Auvergne-Rhône-Alpes.',
    robots: isOneOfMany(filters) ? 'noindex, follow' : undefined,
  })
}

const isOneOfMany = ({ page: number, q, map }: StructureFilters): boolean => number > 1 || q !== '' || map

/** The same list for its map: what this person may read, where it is. */
async function pointsAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const { asked } = await readAsked(visit, parts)
  const rows = await structurePoints(parts.database, asked)
  const points = rows.flatMap(({ latitude, longitude, city, id, slug, title }) =>
    latitude === null || longitude === null
      ? []
      : [
          {
            id,
            title,
            href: addresses.structures.one({ item: itemOf({ id, slug }) }),
            detail: city,
            latitude,
            longitude,
          },
        ],
  )
  const unplaced = rows.length - points.length
  const note = { noun: 'structure', shown: points.length, unplaced, partial: rows.length === MOST_POINTS }
  return {
    kind: 'data',
    body: mapPointsJson(points, note),
    contentType: 'application/geo+json; charset=utf-8',
    tags: ['structures'],
  }
}

async function sheetAnswer(visit: WebVisit, parts: Parts, { blocks, kind, foot }: Shown): Promise<Answer> {
  const { database, settings } = parts
  const item = visit.params.item ?? ''
  const id = idOfItem(item)
  const facts = id === undefined ? undefined : await findStructure(database, id, foot.isKept(visit.actor))
  if (facts === undefined) return hidden
  const reading = mayRead(facts.rights, visit.actor)
  if (reading !== 'yes') return reading === 'reserved' ? reserved : hidden
  const address = addresses.structures.one({ item: itemOf(facts) })
  if (item !== itemOf(facts)) return { kind: 'moved', location: address }
  const { actor: person, now } = visit
  const shown = await Promise.all(blocks.map((block) => block(database, facts, { person, now })))
  const url = settings.PUBLIC_URL + address
  const keeping = await foot.show(
    database,
    { id: facts.id, href: address, rights: facts.rights, isKept: facts.isKept },
    person,
  )
  const found = [...shown, keeping].filter((block) => block !== null)
  const files = filesReadable(facts.files, person)
  const image = files.image ? <FileImage file={files.image} sizes="(max-width: 50rem) 100vw, 20rem" /> : null
  const attached = files.attached.length > 0 ? <AttachedFiles files={files.attached} /> : null
  const itemHere = itemOf(facts)
  const isEditor = mayEdit(facts.rights, person)
  const tabs = isEditor ? (
    <ContentTabs kind={kind} item={itemHere} current="one" others={kind.tabs?.(itemHere)} />
  ) : undefined
  const checks = addresses.structures.checks({ item: itemHere })
  const verify = isEditor ? <VerifyButton action={checks} submission={newKey()} /> : undefined
  const requestHref = isEditor ? undefined : addresses.structures.request({ item: itemHere })
  return page(
    facts.title,
    <StructurePage {...{ facts, now, tabs, verify, requestHref, image, attached }} blocks={found} />,
    {
      tags: ['sheets', 'events', `content:${facts.id}`],
      ...headOf(facts.rights, {
        description: facts.summary || undefined,
        canonical: url,
        jsonLd: [structureJsonLd(facts, url)],
      }),
    },
  )
}
