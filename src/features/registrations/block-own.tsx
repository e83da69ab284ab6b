import { addresses } from '#addresses'
import { isProfessional } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { type Instant, isBefore } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { Band } from '#ui/page-frame.tsx'
import { movableAmong, registrationsOf } from './own-queries.ts'
import { ownerOf } from './owner.ts'
import { OwnRegistrations } from './pages/own-registrations.tsx'

const SHOWN = 5

/** « Mes inscriptions » on « Mon espace »: the next ones; null when nothing is to come. */
export async function ownRegistrationsBlock(reader: Reader, person: Actor, now: Instant) {
  const all = await registrationsOf(reader, ownerOf(person))
  const toCome = all.filter(({ date, state }) => isBefore(now, date.overAt) && state !== 'cancelled').reverse()
  if (toCome.length === 0) return null
  const rows = toCome.slice(0, SHOWN)
  const movable = await movableAmong(reader, rows, now)
  const shown = { rows, movable, now, knowsReserved: isProfessional(person) }
  return (
    <Band title="Mes inscriptions" more={{ href: addresses.mySpace.registrations(), text: 'Toutes mes inscriptions' }}>
      <OwnRegistrations caption="Mes prochaines inscriptions" {...shown} />
    </Band>
  )
}
