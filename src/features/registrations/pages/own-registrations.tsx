import { addresses } from '#addresses'
import { placeTextOfDate } from '#features/events/place-text.ts'
import { frenchRange } from '#kernel/french-dates'
import { type Instant, isBefore } from '#kernel/time'
import { Table } from '#ui/table.tsx'
import { nameOfEvent } from '../event-rights.ts'
import type { RegistrationDetail } from '../queries.ts'
import { isActive } from '../rules.ts'
import { StateChip } from './state-chip.tsx'

export type OwnRegistrationsProps = {
  caption: string
  rows: readonly RegistrationDetail[]
  now: Instant
  /** Whether this reader may know the title of an event reserved to professionals. */
  knowsReserved: boolean
  /** Those of `rows` whose event has other dates to move to. */
  movable: ReadonlySet<number>
}

/** One’s registrations, each with what may be done with it. */
export function OwnRegistrations({ caption, rows, now, knowsReserved, movable }: OwnRegistrationsProps) {
  const nameOf = (row: RegistrationDetail) =>
    nameOfEvent(row, { knows: knowsReserved || row.content.access === 'public' }, now)
  return (
    <Table
      caption={caption}
      unseenCaption
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: 'Évènement',
          heading: true,
          cell: (row) => <a href={addresses.registrations.one({ key: row.key })}>{nameOf(row)}</a>,
        },
        { title: 'Date', cell: ({ date }) => frenchRange(date.startsAt, date.endsAt ?? undefined, now) },
        { title: 'Lieu', cell: ({ event, date }) => placeTextOfDate(event, date) },
        { title: 'État', cell: (row) => <StateChip of={row} /> },
        {
          title: 'Actions',
          cell: (row) => <Ways row={row} name={nameOf(row)} hasOtherDates={movable.has(row.id)} now={now} />,
        },
      ]}
    />
  )
}

type WaysProps = { row: RegistrationDetail; name: string; hasOtherDates: boolean; now: Instant }

/** The links of one line; each leads to a page where its button acts. */
function Ways({ row, name, hasOtherDates, now }: WaysProps) {
  const { key, state, date, list } = row
  const isToCome = isBefore(now, list.closesAt)
  if (!isActive(state) || (!isToCome && date.cancelledAt === null)) return '—'
  const one = addresses.registrations.one({ key })
  const about = <span class="unseen"> : {name}</span>
  if (date.cancelledAt !== null)
    return hasOtherDates ? <a href={`${one}#autre-date`}>Choisir une autre date{about}</a> : '—'
  return (
    <ul class="ways">
      {(state === 'offered' || state === 'held') && (
        <li>
          <a href={one}>
            <b>{state === 'offered' ? 'Répondre' : 'Confirmer'}</b>
            {about}
          </a>
        </li>
      )}
      {state === 'confirmed' && (
        <li>
          <a href={addresses.registrations.calendar({ key })} download>
            Fichier agenda{about}
          </a>
        </li>
      )}
      {hasOtherDates && (
        <li>
          <a href={addresses.registrations.move({ key })}>Changer de date{about}</a>
        </li>
      )}
      {state !== 'offered' && (
        <li>
          <a href={`${one}#annulation`}>Annuler{about}</a>
        </li>
      )}
    </ul>
  )
}
