import { addresses } from '#addresses'
import type { Actor } from '#features/accounts/actor.ts'
import { type Instant, isBefore } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { Band } from '#ui/page-frame.tsx'
import { Registrations } from './pages/own-registrations-page.tsx'
import { registrationsOf } from './queries.ts'

const SHOWN = 5

/** « Mes inscriptions » on « Mon espace »: the next ones; null when nothing is to come. */
export async function ownRegistrationsBlock(reader: Reader, person: Actor, now: Instant) {
  const rows = await registrationsOf(reader, person.id)
  const toCome = rows.filter(({ date, state }) => isBefore(now, date.overAt) && state !== 'cancelled').reverse()
  if (toCome.length === 0) return null
  return (
    <Band title="Mes inscriptions" more={{ href: addresses.mySpace.registrations(), text: 'Toutes mes inscriptions' }}>
      <Registrations caption="Mes prochaines inscriptions" rows={toCome.slice(0, SHOWN)} now={now} />
    </Band>
  )
}
