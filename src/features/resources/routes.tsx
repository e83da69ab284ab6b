import type { VNode } from 'preact'
import { addresses, idOfItem, itemOf } from '#addresses'
import { isProfessional, mayContribute } from '#features/accounts/access.ts'
import type { Reader as Person, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayEdit, mayRead } from '#features/contents/access.ts'
import type { FileOfContent, RevisionData } from '#features/contents/kinds.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { withWords } from '#features/contents/routes-files.tsx'
import { PageStanding, wantsPublicText } from '#features/contents/routes-standing.tsx'
import { findShownText, type ShownText } from '#features/contents/shown-text-queries.ts'
import type { ContentFoot } from '#features/contents/slots.ts'
import { readableFiles } from '#features/files/queries.ts'
import type { ShownFile } from '#features/files/shown-file.ts'
import { departementNames } from '#features/territory/queries.ts'
import type { Database } from '#platform/database/database.ts'
import { type Answer, hidden, page, reserved } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { resourceCard } from './cards.ts'
import { readResourceFilters } from './listing-rules.ts'
import { ResourcePage } from './pages/resource-page.tsx'
import { ResourcesPage } from './pages/resources-page.tsx'
import { findResource, listResources, type ResourceCardFacts, type ResourceFacts, resourceFacets } from './queries.ts'
import type { ResourceOwn } from './revision-queries.ts'
import { resourceKind } from './routes-kind.ts'
import { KIND_WORDS } from './texts.ts'

/** The public side: the « base ressource » and the page of a resource (RES-3). */
export function resourceRoutes(site: WebSite, parts: Parts, foot: ContentFoot): void {
  site.get(addresses.resources.all, (visit) => listAnswer(visit, parts))
  site.get(addresses.resources.one, (visit) => resourceAnswer(visit, parts, foot))
}

async function listAnswer(visit: WebVisit, { database }: Parts): Promise<Answer> {
  const filters = readResourceFilters((name) => visit.query.get(name), KIND_WORDS)
  const asked = { person: visit.actor, filters }
  const [rows, facets, departements] = await Promise.all([
    listResources(database, asked),
    resourceFacets(database, asked),
    departementNames(database),
  ])
  const cards = await cardsOf(database, rows, visit.actor)
  const props = {
    filters,
    cards,
    facets,
    departements,
    url: visit.url,
    mayAdd: mayContribute(visit.actor),
    readsPro: isProfessional(visit.actor),
  }
  return page('Base ressource', <ResourcesPage {...props} />, {
    tags: ['resources'],
    description: 'Modèles, fiches, vidéos et formulaires pour créer son entreprise en Auvergne-Rhône-Alpes.',
    robots: filters.page > 1 || filters.q !== '' ? 'noindex, follow' : undefined,
  })
}

/** The cards of resources, with the files that this person may read. */
export async function cardsOf(database: Database, rows: readonly ResourceCardFacts[], person: Person) {
  const ids = rows.flatMap(({ mediaId }) => (mediaId === null ? [] : [mediaId]))
  const files = new Map((await readableFiles(database, ids, person)).map((file) => [file.id, file]))
  return rows.map((row) => resourceCard(row, files.get(row.mediaId ?? 0), mayContribute(person)))
}

async function resourceAnswer(visit: WebVisit, parts: Parts, foot: ContentFoot): Promise<Answer> {
  const item = visit.params.item ?? ''
  const id = idOfItem(item)
  const facts = id === undefined ? undefined : await findResource(parts.database, id)
  if (facts === undefined) return hidden
  const reading = mayRead(facts.rights, visit.actor)
  if (reading !== 'yes') return reading === 'reserved' ? reserved : hidden
  const right = itemOf(facts)
  if (item !== right) return { kind: 'moved', location: addresses.resources.one({ item: right }) }
  const shown = await findShownText(parts.database, facts, visit.actor, wantsPublicText(visit))
  const text = shown.proposal?.isShown ? withText(facts, shown.proposal.data) : { facts, files: facts.files }
  const ids = text.files.map(({ fileId }) => fileId)
  const [file] = withWords(text.files, await readableFiles(parts.database, ids, visit.actor))
  const keeping = await foot.show(
    parts.database,
    { id: facts.id, href: addresses.resources.one({ item }), rights: facts.rights },
    visit.actor,
  )
  return shownResource(text.facts, visit, { parts, shown, file, foot: keeping })
}

function withText(facts: ResourceFacts, { content, own }: RevisionData) {
  const { title, summary, sectors, files } = content
  const resource = { ...facts.resource, ...(own as ResourceOwn) }
  return { facts: { ...facts, title, summary, sectors, resource }, files: files as FileOfContent[] }
}

type Shown = { parts: Parts; shown: ShownText; file: ShownFile | undefined; foot: VNode | null }

async function shownResource(
  facts: ResourceFacts,
  visit: WebVisit,
  { parts, shown, file, foot }: Shown,
): Promise<Answer> {
  const { rights } = facts
  const item = itemOf(facts)
  const names = await departementNames(parts.database)
  const isPublic = rights.state === 'published' && rights.access === 'public' && shown.proposal?.isShown !== true
  const mayWrite = mayEdit(rights, visit.actor)
  const standing = (
    <PageStanding
      {...{ kind: 'resource', facts, shown, visit }}
      addressOf={(query) => addresses.resources.one({ item }, query)}
    />
  )
  const body = (
    <ResourcePage
      {...{ facts, file, foot, now: visit.now }}
      departements={rights.departements.map((code) => names.get(code) ?? code)}
      tabs={mayWrite ? <ContentTabs kind={resourceKind} item={item} current="one" /> : null}
      standing={mayWrite ? standing : null}
    />
  )
  return page(facts.title, body, {
    description: isPublic ? facts.summary || undefined : undefined,
    canonical: isPublic ? parts.settings.PUBLIC_URL + addresses.resources.one({ item }) : undefined,
    robots: isPublic ? undefined : 'noindex',
    tags: isPublic ? ['resources-pages', `content:${facts.id}`] : undefined,
  })
}
