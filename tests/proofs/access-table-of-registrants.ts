// What an organiser does with those who registered: who may, by the rules of rights. The matrix of registrations goes
// further, with structures, states and dates (registrations-access-table.ts).
import { addresses } from '#addresses'
import { all, type Cell, CONTRIBUTORS, cell, OWNERS, SIGNED_OUT } from './access-table.ts'
import type { World } from './access-world.ts'

const { mySpace, registrants } = addresses
const NOBODY = 999_999_999

type Asked = { liste?: number; date?: number; inscription?: number }
type Asking = { (query: Asked): string; path: string }

/** An address that names a list, or a date, of the author. */
const ofAuthor = (method: Cell['method'], address: Asking, by: keyof Asked, status: number): Cell =>
  cell(method, address.path, `the ${by} of the author`, {
    target(world) {
      const of = (known: boolean): Asked => ({ ...asked(world), ...(known ? {} : { [by]: NOBODY }) })
      return { url: address(of(true)), unknown: address(of(false)) }
    },
    statuses: all(403, [401, SIGNED_OUT], [404, CONTRIBUTORS], [status, OWNERS]),
  })

const asked = ({ listId, events, cancelledId }: World): Asked => ({
  liste: listId,
  date: events.public.dates[0]?.id ?? 0,
  inscription: cancelledId,
})

export const CELLS_OF_REGISTRANTS: readonly Cell[] = [
  ofAuthor('GET', mySpace.eventRegistrationsWorkbook, 'liste', 200),
  ofAuthor('GET', registrants.sheet, 'date', 200),
  ofAuthor('GET', registrants.presences, 'date', 200),
  ofAuthor('POST', registrants.presences, 'date', 303),
  ofAuthor('GET', registrants.message, 'date', 200),
  ofAuthor('POST', registrants.message, 'date', 422),
  ofAuthor('GET', registrants.places, 'date', 200),
  ofAuthor('POST', registrants.places, 'date', 422),
  // Somebody who was already taken off.
  ofAuthor('GET', registrants.removal, 'liste', 303),
  ofAuthor('POST', registrants.removal, 'liste', 303),
]
