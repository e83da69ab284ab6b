// Who gets what of prescriptions, of another date and of objections: written from REG-6 and the rules of trust.
import { addresses } from '#addresses'
import {
  all,
  type Cell,
  CONTRIBUTORS,
  cell,
  type EventState,
  eventCells,
  KEY,
  keyed,
  OWNERS,
  plain,
  SIGNED_OUT,
  type Statuses,
  WATCHERS,
} from './access-table.ts'
import type { Prescribed } from './access-world-of-prescriptions.ts'

const { events, mySpace, registrations } = addresses

/** Only professionals who contribute enrol, and only on what is published; the others learn no more than by its page. */
const enrolling = (status: number): Record<EventState, Statuses> => ({
  public: all(403, [401, SIGNED_OUT], [status, CONTRIBUTORS]),
  pro: all(403, [401, SIGNED_OUT], [status, CONTRIBUTORS]),
  draft: all(404, [401, SIGNED_OUT], [403, OWNERS]),
  unpublished: all(404, [401, SIGNED_OUT], [403, WATCHERS]),
  trashed: all(404, [401, SIGNED_OUT], [403, OWNERS]),
})

type Place = { (given: { receipt: string }): string; path: string }

/** Somebody whom the author enrolled: nobody else’s to see, the administrator included. */
const own = (method: 'GET' | 'POST', place: Place, who: keyof Prescribed, status: number): Cell =>
  cell(method, place.path, 'enrolled by the author', {
    target: ({ prescribed }) => ({ url: place(prescribed[who]), unknown: place({ receipt: KEY }) }),
    statuses: all(403, [401, SIGNED_OUT], [404, CONTRIBUTORS], [status, ['author']]),
  })

export const CELLS_OF_PRESCRIPTIONS: readonly Cell[] = [
  ...eventCells('GET', events.prescribe.path, (item) => events.prescribe({ item }), enrolling(200)),
  ...eventCells('POST', events.prescribe.path, (item) => events.prescribe({ item }), enrolling(422)),
  plain('GET', mySpace.prescriptions.path, all(403, [401, SIGNED_OUT], [200, CONTRIBUTORS])),
  own('GET', mySpace.prescription, 'followed', 200),
  own('POST', mySpace.prescription, 'followed', 422),
  own('POST', mySpace.withdrawPrescription, 'withdrawn', 303),
  keyed('GET', registrations.move).held((world) => world.registration.key, all(200)),
  keyed('GET', registrations.move).unknown(all(404)),
  keyed('POST', registrations.move).held((world) => world.registration.key, all(422)),
  keyed('POST', registrations.move).unknown(all(404)),
  keyed('GET', registrations.objection).held((world) => world.prescribed.followed.key, all(200)),
  keyed('GET', registrations.objection).unknown(all(404)),
  keyed('POST', registrations.objection).held((world) => world.prescribed.objecting.key, all(303)),
  keyed('POST', registrations.objection).unknown(all(303)),
  plain('GET', registrations.objected.path, all(200)),
]
