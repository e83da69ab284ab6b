// Who gets what, written from the manual and the rules of rights, not from the code that decides: one line per address and
// situation. A POST is sent empty: 422 means that the person may send it.
import { addresses, itemOf } from '#addresses'
import type { Form } from '../browser.ts'
import type { World } from './access-world.ts'

export const ACTORS = [
  'anonymous',
  'suspended',
  'creator',
  'pending',
  'reader',
  'professional',
  'author',
  'animator here',
  'animator elsewhere',
  'administrator',
] as const
export type ActorName = (typeof ACTORS)[number]

export type Statuses = Record<ActorName, number>
/** `unknown`: the same address for a number that does not exist; a 404 must be the same bytes there. */
export type Target = { url: string; unknown?: string }
export type Cell = {
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH' | 'DELETE'
  path: string
  about: string
  target(world: World): Target
  /** What is sent; a form that says nothing, unless said otherwise. */
  form?: Form
  statuses: Statuses
}

export const SIGNED_OUT = ['anonymous', 'suspended'] as const
export const PROFESSIONALS = [
  'reader',
  'professional',
  'author',
  'animator here',
  'animator elsewhere',
  'administrator',
] as const
export const CONTRIBUTORS = PROFESSIONALS.slice(1)
export const JUDGES = ['animator here', 'animator elsewhere', 'administrator'] as const
export const OWNERS = ['author', 'administrator'] as const
export const WATCHERS = ['author', 'animator here', 'administrator'] as const

type But = readonly [status: number, actors: readonly ActorName[]]

export function all(status: number, ...buts: readonly But[]): Statuses {
  const statuses = Object.fromEntries(ACTORS.map((actor) => [actor, status])) as Statuses
  for (const [other, actors] of buts) for (const actor of actors) statuses[actor] = other
  return statuses
}

const { account, admin, events, mySpace, pages, registrations, services, structures } = addresses
export const UNKNOWN = 'inconnu-999999999'
export const KEY = 'a'.repeat(26)

export const cell = (
  method: Cell['method'],
  path: string,
  about: string,
  rest: Pick<Cell, 'target' | 'statuses' | 'form'>,
): Cell => ({
  method,
  path,
  about,
  ...rest,
})

/** An address without a parameter. */
export const plain = (method: Cell['method'], path: string, statuses: Statuses): Cell =>
  cell(method, path, 'always', { target: () => ({ url: path }), statuses })

export const keyed = (method: Cell['method'], address: { (given: { key: string }): string; path: string }) => ({
  unknown: (statuses: Statuses) =>
    cell(method, address.path, 'unknown key', { target: () => ({ url: address({ key: KEY }) }), statuses }),
  held: (key: (world: World) => string, statuses: Statuses) =>
    cell(method, address.path, 'key held', { target: (world) => ({ url: address({ key: key(world) }) }), statuses }),
})

export type EventState = keyof World['events']
type OfEvent = (item: string, world: World, state: EventState) => string

export const eventCells = (
  method: Cell['method'],
  path: string,
  url: OfEvent,
  by: Record<EventState, Statuses>,
): Cell[] =>
  (Object.keys(by) as EventState[]).map((state) =>
    cell(method, path, `event ${state}`, {
      target: (world) => ({ url: url(itemOf(world.events[state]), world, state), unknown: url(UNKNOWN, world, state) }),
      statuses: by[state],
    }),
  )

const readable = (status: number): Record<EventState, Statuses> => ({
  public: all(status),
  pro: all(403, [status, PROFESSIONALS]),
  draft: all(404, [status, OWNERS]),
  unpublished: all(404, [status, WATCHERS]),
  trashed: all(404, [status, OWNERS]),
})

const editable = (status: number): Record<EventState, Statuses> => ({
  public: all(403, [401, SIGNED_OUT], [status, OWNERS]),
  pro: all(403, [401, SIGNED_OUT], [status, OWNERS]),
  draft: all(404, [401, SIGNED_OUT], [status, OWNERS]),
  unpublished: all(404, [401, SIGNED_OUT], [403, ['animator here']], [status, OWNERS]),
  trashed: all(404, [401, SIGNED_OUT], [status, OWNERS]),
})

const sheetCells = (path: string, kind: 'structure' | 'service'): Cell[] => [
  cell('GET', path, 'sheet public', {
    target: (world) => ({ url: path.replace(':item', itemOf(world[kind])) }),
    statuses: all(200),
  }),
  cell('GET', path, 'sheet unknown', { target: () => ({ url: path.replace(':item', UNKNOWN) }), statuses: all(404) }),
]

const ownLists = (path: string): Cell[] => [
  cell('GET', path, 'the list of the author', {
    target: (world) => ({ url: `${path}?liste=${world.listId}`, unknown: `${path}?liste=999999999` }),
    statuses: all(403, [401, SIGNED_OUT], [404, CONTRIBUTORS], [200, OWNERS]),
  }),
]

const judging = (path: string): Cell[] => [
  cell('POST', path, 'somebody of the Rhône who waits', {
    target: (world) => ({
      url: path.replace(':person', String(world.pendingId)),
      unknown: path.replace(':person', '999999999'),
    }),
    statuses: all(403, [401, SIGNED_OUT], [404, ['animator elsewhere']], [422, ['animator here', 'administrator']]),
  }),
]

const OPEN_TO_ALL = [
  addresses.home,
  addresses.agenda,
  addresses.agendaMonth,
  addresses.agendaCalendar,
  structures.all,
  services.all,
  addresses.search,
  addresses.searchSuggestions,
  addresses.communes,
  addresses.outlines,
  addresses.contact,
  addresses.robots,
  ...Object.values(pages),
  account.signUp,
  account.signUpCreator,
  account.signUpProfessional,
  account.mailSent,
  account.signInByLink,
  account.forgotten,
  account.linkSent,
].map(({ path }) => plain('GET', path, all(200)))

const FORMS_FOR_ALL = [
  addresses.contact,
  account.signUpCreator,
  account.signUpProfessional,
  account.signIn,
  account.signInByLink,
  account.forgotten,
].map(({ path }) => plain('POST', path, all(422)))

const signedInOnly = all(200, [401, SIGNED_OUT])
const contributorsOnly = all(403, [401, SIGNED_OUT], [200, CONTRIBUTORS])
const staleLink = all(303, [404, SIGNED_OUT])

export const CELLS: readonly Cell[] = [
  ...OPEN_TO_ALL,
  ...FORMS_FOR_ALL,
  plain('GET', account.signIn.path, all(303, [200, SIGNED_OUT])),
  plain('POST', account.signOut.path, all(303)),
  keyed('GET', account.confirm).unknown(all(404)),
  keyed('GET', account.linkSignIn).unknown(all(404)),
  keyed('GET', account.reset).unknown(all(404)),
  keyed('POST', account.confirm).unknown(staleLink),
  keyed('POST', account.linkSignIn).unknown(staleLink),
  keyed('POST', account.reset).unknown(all(404)),
  ...sheetCells(structures.one.path, 'structure'),
  ...sheetCells(services.one.path, 'service'),
  ...eventCells('GET', events.one.path, (item) => events.one({ item }), readable(200)),
  ...eventCells(
    'GET',
    events.dateCalendar.path,
    (item, world, state) => events.dateCalendar({ item, date: world.events[state].dates[0]?.id ?? 0 }),
    readable(200),
  ),
  ...eventCells('POST', events.register.path, (item) => events.register({ item }), readable(422)),
  ...eventCells('GET', events.edit.path, (item) => events.edit({ item }), editable(200)),
  ...eventCells('POST', events.edit.path, (item) => events.edit({ item }), editable(422)),
  ...eventCells('POST', events.duplicate.path, (item) => events.duplicate({ item }), editable(303)),
  plain('GET', events.new.path, contributorsOnly),
  plain('POST', events.new.path, all(403, [401, SIGNED_OUT], [422, CONTRIBUTORS])),
  keyed('GET', registrations.one).held((world) => world.registration.key, all(200)),
  keyed('GET', registrations.one).unknown(all(404)),
  keyed('GET', registrations.calendar).held((world) => world.registration.key, all(200)),
  keyed('GET', registrations.calendar).unknown(all(404)),
  keyed('POST', registrations.confirm).held((world) => world.registration.key, all(303)),
  keyed('POST', registrations.confirm).unknown(all(404)),
  keyed('POST', registrations.cancel).held((world) => world.cancelledKey, all(303)),
  keyed('POST', registrations.cancel).unknown(all(404)),
  cell('GET', registrations.receipt.path, 'receipt held', {
    target: ({ registration }) => ({ url: registrations.receipt(registration) }),
    statuses: all(200),
  }),
  plain('GET', mySpace.home.path, signedInOnly),
  plain('GET', mySpace.registrations.path, signedInOnly),
  plain('GET', mySpace.profile.path, signedInOnly),
  plain('POST', mySpace.profile.path, all(422, [401, SIGNED_OUT])),
  plain('POST', mySpace.signOutEverywhere.path, all(303)),
  plain('GET', mySpace.events.path, contributorsOnly),
  plain('GET', mySpace.eventRegistrations.path, contributorsOnly),
  ...ownLists(mySpace.eventRegistrations.path),
  ...ownLists(mySpace.eventRegistrationsExport.path),
  plain('GET', admin.accounts.path, all(403, [401, SIGNED_OUT], [200, JUDGES])),
  ...judging(admin.validateAccount.path),
  ...judging(admin.refuseAccount.path),
]
