// The table of access, for what all contents share: writing, history, authors, decisions, files.
import { addresses, itemOf } from '#addresses'
import {
  all,
  type Cell,
  CONTRIBUTORS,
  cell,
  JUDGES,
  KEY,
  OWNERS,
  PROFESSIONALS,
  plain,
  SIGNED_OUT,
  type Statuses,
  UNKNOWN,
  WATCHERS,
} from './access-table.ts'
import type { World } from './access-world.ts'

const { admin, articles, contents, drafts, events, files, mySpace, resources, services, structures } = addresses

type Kind = 'structure' | 'service' | 'resource'
type OfItem = { (given: { item: string }): string; path: string }

/** The published sheet of that kind, whose author is « author ». */
const own = (method: Cell['method'], address: OfItem, kind: Kind, statuses: Statuses): Cell =>
  cell(method, address.path, `${kind} of the author`, {
    target: (world) => ({ url: address({ item: itemOf(world[kind]) }), unknown: address({ item: UNKNOWN }) }),
    statuses,
  })

type ArticleState = keyof World['articles']

const article = (method: Cell['method'], address: OfItem, by: Record<ArticleState, Statuses>): Cell[] =>
  (Object.keys(by) as ArticleState[]).map((state) =>
    cell(method, address.path, `article ${state}`, {
      target: (world) => ({
        url: address({ item: itemOf(world.articles[state]) }),
        unknown: address({ item: UNKNOWN }),
      }),
      statuses: by[state],
    }),
  )

const keyUnknown = (
  method: Cell['method'],
  address: { (given: { key: string }): string; path: string },
  statuses: Statuses,
) => cell(method, address.path, 'unknown key', { target: () => ({ url: address({ key: KEY }) }), statuses })

const readable: Record<ArticleState, Statuses> = {
  public: all(200),
  pro: all(403, [200, PROFESSIONALS]),
  draft: all(404, [200, OWNERS]),
  submitted: all(404, [200, WATCHERS]),
  trashed: all(404, [200, OWNERS]),
}

/** What one may read is kept; the rest is as unknown. */
const keepable: Record<ArticleState, Statuses> = {
  public: all(303, [401, SIGNED_OUT]),
  pro: all(404, [401, SIGNED_OUT], [303, PROFESSIONALS]),
  draft: all(404, [401, SIGNED_OUT], [303, OWNERS]),
  submitted: all(404, [401, SIGNED_OUT], [303, WATCHERS]),
  trashed: all(404, [401, SIGNED_OUT], [303, OWNERS]),
}

/** `status`: what those who may write get. */
const writable = (status: number): Record<ArticleState, Statuses> => ({
  public: all(403, [401, SIGNED_OUT], [status, OWNERS]),
  pro: all(403, [401, SIGNED_OUT], [status, OWNERS]),
  draft: all(404, [401, SIGNED_OUT], [status, OWNERS]),
  submitted: all(404, [401, SIGNED_OUT], [403, ['animator here']], [status, OWNERS]),
  trashed: all(404, [401, SIGNED_OUT], [status, OWNERS]),
})

/** The history is also for the animator who judges it, once it was shown to him. */
const watched: Record<ArticleState, Statuses> = {
  public: all(403, [401, SIGNED_OUT], [200, WATCHERS]),
  pro: all(403, [401, SIGNED_OUT], [200, WATCHERS]),
  draft: all(404, [401, SIGNED_OUT], [200, OWNERS]),
  submitted: all(404, [401, SIGNED_OUT], [200, WATCHERS]),
  trashed: all(404, [401, SIGNED_OUT], [200, OWNERS]),
}

const ownersOnly = (status: number) => all(403, [401, SIGNED_OUT], [status, OWNERS])
const contributors = (status: number) => all(403, [401, SIGNED_OUT], [status, CONTRIBUTORS])
const judges = (status: number) => all(403, [401, SIGNED_OUT], [status, JUDGES])
const administrators = (status: number) => all(403, [401, SIGNED_OUT], [status, ['administrator']])
const unknownTo = (status: number) => all(status, [401, SIGNED_OUT])

const writing = [
  { address: structures, kind: 'structure' },
  { address: services, kind: 'service' },
  { address: resources, kind: 'resource' },
] as const

export const CELLS_OF_CONTENTS: readonly Cell[] = [
  ...[articles.all, articles.feed, resources.all].map(({ path }) => plain('GET', path, all(200))),
  ...article('GET', articles.one, readable),
  ...article('GET', articles.edit, writable(200)),
  ...article('POST', articles.edit, writable(422)),
  ...article('GET', articles.history, watched),
  ...article('POST', articles.history, writable(404)),
  own('GET', resources.one, 'resource', all(200)),
  ...writing.flatMap(({ address, kind }) => [
    own('GET', address.edit, kind, ownersOnly(200)),
    own('POST', address.edit, kind, ownersOnly(422)),
    own('GET', address.history, kind, all(403, [401, SIGNED_OUT], [200, WATCHERS])),
    own('POST', address.history, kind, ownersOnly(404)),
  ]),
  own('GET', structures.authors, 'structure', ownersOnly(200)),
  own('POST', structures.authors, 'structure', ownersOnly(422)),
  own('GET', structures.request, 'structure', contributors(200)),
  own('POST', structures.request, 'structure', all(403, [401, SIGNED_OUT], [303, CONTRIBUTORS], [422, ['author']])),
  own('POST', structures.checks, 'structure', ownersOnly(303)),
  own('POST', services.checks, 'service', ownersOnly(303)),
  ...[articles.new, resources.new].flatMap(({ path }) => [
    plain('GET', path, contributors(200)),
    plain('POST', path, contributors(422)),
  ]),
  plain('GET', services.new.path, all(403, [401, SIGNED_OUT], [200, ['author']])),
  plain('POST', services.new.path, contributors(422)),
  plain('GET', structures.new.path, judges(200)),
  plain('POST', structures.new.path, judges(422)),
  cell('POST', contents.decide.path, 'unknown content', {
    target: () => ({ url: contents.decide({ content: 999_999_999 }) }),
    statuses: unknownTo(404),
  }),
  keyUnknown('GET', contents.invitation, all(404)),
  keyUnknown('POST', contents.invitation, all(404)),
  keyUnknown('GET', contents.check, all(404)),
  keyUnknown('POST', contents.check, all(404)),
  cell('POST', drafts.one.path, 'a form of one’s own', {
    target: () => ({ url: drafts.one({ form: 'article' }) }),
    statuses: unknownTo(404),
  }),
  cell('POST', drafts.discard.path, 'a form of one’s own', {
    target: () => ({ url: drafts.discard({ form: 'article' }) }),
    statuses: unknownTo(404),
  }),
  cell('GET', files.one.path, 'unknown key', {
    target: () => ({ url: files.one({ key: KEY, name: 'a.pdf' }) }),
    statuses: all(404),
  }),
  plain('POST', files.uploads.path, unknownTo(400)),
  ...(['HEAD', 'PATCH', 'DELETE'] as const).map((method) => keyUnknown(method, files.upload, unknownTo(404))),
  plain('GET', addresses.proSpace.path, all(403, [401, SIGNED_OUT], [200, PROFESSIONALS])),
  plain('GET', addresses.directory.path, all(403, [401, SIGNED_OUT], [200, PROFESSIONALS])),
  plain('GET', structures.points.path, all(200)),
  plain('GET', mySpace.favourites.path, all(200, [401, SIGNED_OUT])),
  ...(['public', 'pro', 'draft', 'submitted', 'trashed'] as const).map((state) =>
    cell('POST', contents.keep.path, `article ${state}`, {
      target: ({ articles }) => ({
        url: contents.keep({ content: articles[state].id }),
        unknown: contents.keep({ content: 999_999_999 }),
      }),
      form: { garder: 'oui', retour: '/' },
      statuses: keepable[state],
    }),
  ),
  plain('GET', addresses.agendaPoints.path, all(200)),
  // An administrator is not of the network: he reads the directory, and is not in it.
  plain('POST', mySpace.directory.path, all(403, [401, SIGNED_OUT], [303, PROFESSIONALS], [403, ['administrator']])),
  plain('GET', mySpace.contents.path, contributors(200)),
  plain('GET', mySpace.newContent.path, contributors(200)),
  plain('GET', admin.home.path, judges(200)),
  plain('GET', admin.contents.path, judges(200)),
  plain('GET', admin.structures.path, judges(200)),
  cell('GET', admin.content.path, 'article submitted', {
    target: ({ articles: made }) => ({
      url: admin.content({ content: made.submitted.id }),
      unknown: admin.content({ content: 999_999_999 }),
    }),
    statuses: all(403, [401, SIGNED_OUT], [404, ['animator elsewhere']], [200, ['animator here', 'administrator']]),
  }),
  cell('POST', admin.content.path, 'article submitted', {
    target: ({ articles: made }) => ({
      url: admin.content({ content: made.submitted.id }),
      unknown: admin.content({ content: 999_999_999 }),
    }),
    statuses: all(403, [401, SIGNED_OUT], [404, JUDGES]),
  }),
  plain('POST', admin.authors.path, administrators(422)),
  ...[admin.acceptRequest, admin.refuseRequest].map((address) =>
    cell('POST', address.path, 'unknown request', {
      target: () => ({ url: address({ request: 999_999_999 }) }),
      statuses: all(403, [401, SIGNED_OUT], [404, JUDGES]),
    }),
  ),
  ...(['GET', 'POST'] as const).map((method) =>
    cell(method, events.history.path, 'event draft', {
      target: (world) => ({
        url: events.history({ item: itemOf(world.events.draft) }),
        unknown: events.history({ item: UNKNOWN }),
      }),
      statuses: all(404, [401, SIGNED_OUT], [method === 'GET' ? 200 : 404, OWNERS]),
    }),
  ),
]
