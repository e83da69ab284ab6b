import type { VNode } from 'preact'
import { addresses, idOfItem, itemOf } from '#addresses'
import { isProfessional, mayContribute } from '#features/accounts/access.ts'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayEdit } from '#features/contents/access.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { filesShown } from '#features/contents/routes-files.tsx'
import { PageStanding, wantsPublicText } from '#features/contents/routes-standing.tsx'
import type { ContentFoot } from '#features/contents/slots.ts'
import { AttachedFiles } from '#features/files/pages/attached-files.tsx'
import { FileImage } from '#features/files/pages/file-image.tsx'
import { departementNames } from '#features/territory/queries.ts'
import { type Answer, hidden, page, reserved } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { articleCard } from './cards.ts'
import { articleJsonLd } from './json-ld.ts'
import { readArticleFilters } from './listing-rules.ts'
import { ArticlePage } from './pages/article-page.tsx'
import { ArticlesPage } from './pages/articles-page.tsx'
import { articleFacets, listArticles } from './queries.ts'
import { articleKind } from './routes-kind.ts'
import { type ReadArticle, readArticle } from './routes-reading.ts'

/** The public side: the list and the page of an article. */
export function articleRoutes(site: WebSite, parts: Parts, foot: ContentFoot): void {
  site.get(addresses.articles.all, (visit) => listAnswer(visit, parts))
  site.get(addresses.articles.one, (visit) => articleAnswer(visit, parts, foot))
}

async function listAnswer(visit: WebVisit, { database }: Parts): Promise<Answer> {
  const filters = readArticleFilters((name) => visit.query.get(name))
  const asked = { person: visit.actor, filters }
  const [rows, facets, departements] = await Promise.all([
    listArticles(database, asked),
    articleFacets(database, asked),
    departementNames(database),
  ])
  const cards = rows.map((row) => articleCard(row, visit.now))
  const props = {
    filters,
    cards,
    facets,
    departements,
    url: visit.url,
    mayWrite: mayContribute(visit.actor),
    readsPro: isProfessional(visit.actor),
  }
  return page('Articles', <ArticlesPage {...props} />, {
    tags: ['articles'],
    description: 'Actualités, dispositifs et repères pour créer son entreprise en Auvergne-Rhône-Alpes.',
    robots: filters.page > 1 || filters.q !== '' ? 'noindex, follow' : undefined,
  })
}

async function articleAnswer(visit: WebVisit, parts: Parts, foot: ContentFoot): Promise<Answer> {
  const item = visit.params.item ?? ''
  const id = idOfItem(item)
  if (id === undefined) return hidden
  const read = await readArticle(parts.database, id, visit.actor, wantsPublicText(visit))
  if (read === 'hidden') return hidden
  if (read === 'reserved') return reserved
  const right = itemOf({ id, slug: read.facts.slug })
  if (item !== right) return { kind: 'moved', location: addresses.articles.one({ item: right }) }
  const keeping = await foot.show(
    parts.database,
    { id, href: addresses.articles.one({ item }), rights: read.facts.rights },
    visit.actor,
  )
  return shownArticle(read, visit, { parts, foot: keeping })
}

type Shown = { parts: Parts; foot: VNode | null }

async function shownArticle(read: ReadArticle, visit: WebVisit, { parts, foot }: Shown): Promise<Answer> {
  const { database, settings } = parts
  const { facts } = read
  const { rights, title, summary } = facts
  const item = itemOf(facts)
  const names = await departementNames(database)
  const { image, attached } = await filesShown(database, read.files, visit.actor)
  const url = settings.PUBLIC_URL + addresses.articles.one({ item })
  const isPublic = rights.state === 'published' && rights.access === 'public' && read.shown.proposal?.isShown !== true
  const imageUrl = image && settings.PUBLIC_URL + addresses.files.one({ key: image.key, name: image.name })
  const mayWrite = mayEdit(rights, visit.actor)
  const body = (
    <ArticlePage
      facts={facts}
      departements={rights.departements.map((code) => names.get(code) ?? code)}
      now={visit.now}
      foot={foot}
      image={image ? <FileImage file={image} sizes="(max-width: 50rem) 100vw, 42rem" eager /> : null}
      attached={attached.length > 0 ? <AttachedFiles files={attached} /> : null}
      tabs={mayWrite ? <ContentTabs kind={articleKind} item={item} current="one" /> : null}
      standing={
        mayWrite ? (
          <PageStanding
            {...{ kind: 'article', facts, shown: read.shown, visit }}
            addressOf={(query) => addresses.articles.one({ item }, query)}
          />
        ) : null
      }
    />
  )
  return page(title, body, {
    description: isPublic ? summary : undefined,
    canonical: isPublic ? url : undefined,
    robots: isPublic ? undefined : 'noindex',
    jsonLd: isPublic ? [articleJsonLd(facts, url, imageUrl)] : undefined,
    tags: isPublic ? ['articles-pages', `content:${facts.id}`] : undefined,
  })
}
