import { addresses } from '#addresses'
import { frenchRange } from '#kernel/french-dates'
import { type Instant, isBefore } from '#kernel/time'
import { Chip, type Tone } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Band, PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import { Table } from '#ui/table.tsx'
import type { RegistrationDetail } from '../queries.ts'
import type { RegistrationState } from '../rules.ts'
import { ordinal, STATE_TEXTS } from '../texts.ts'

type Props = { registrations: readonly RegistrationDetail[]; now: Instant; publishes: boolean }

/** What is to come first, then what is past. */
export function OwnRegistrationsPage({ registrations, now, publishes }: Props) {
  const toCome = registrations.filter(({ date }) => isBefore(now, date.overAt)).reverse()
  const past = registrations.filter(({ date }) => !isBefore(now, date.overAt))
  return (
    <PageFrame>
      <PageHeading title="Mes inscriptions" />
      <SpaceTabs path={addresses.mySpace.registrations()} publishes={publishes} />
      {registrations.length === 0 && (
        <EmptyState
          icon="calendar"
          title="Vous n’êtes inscrit à rien pour le moment"
          text="Choisissez un atelier ou une rencontre dans l’agenda : un clic suffit."
          action={{ href: addresses.agenda(), text: 'Voir l’agenda' }}
        />
      )}
      {toCome.length > 0 && (
        <Band title="À venir">
          <Registrations caption="Inscriptions à venir" rows={toCome} now={now} />
        </Band>
      )}
      {past.length > 0 && (
        <Band title="Passées">
          <Registrations caption="Inscriptions passées" rows={past} now={now} />
        </Band>
      )}
    </PageFrame>
  )
}

export function Registrations({
  caption,
  rows,
  now,
}: {
  caption: string
  rows: readonly RegistrationDetail[]
  now: Instant
}) {
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
          cell: (row) => <a href={addresses.registrations.one({ key: row.key })}>{row.content.title}</a>,
        },
        { title: 'Date', cell: ({ date }) => frenchRange(date.startsAt, date.endsAt ?? undefined, now) },
        { title: 'Lieu', cell: ({ event }) => [event.placeName, event.city].filter(Boolean).join(', ') },
        { title: 'État', cell: (row) => <State row={row} /> },
      ]}
    />
  )
}

const TONES: Record<RegistrationState, Tone> = {
  held: 'sun',
  confirmed: 'fir',
  waiting: 'sun',
  cancelled: 'brick',
  expired: 'brick',
  repeated: 'brick',
}

function State({ row }: { row: RegistrationDetail }) {
  if (row.date.cancelledAt !== null) return <Chip tone="brick">date annulée</Chip>
  const text = row.state === 'waiting' ? `${ordinal(row.rank)} sur la liste d’attente` : STATE_TEXTS[row.state]
  return <Chip tone={TONES[row.state]}>{text}</Chip>
}
