import { addresses } from '#addresses'
import { frenchRange } from '#kernel/french-dates'
import { type Instant, isBefore } from '#kernel/time'
import { EmptyState } from '#ui/empty-state.tsx'
import { Band, PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import { Table } from '#ui/table.tsx'
import type { RegistrationDetail } from '../queries.ts'
import { StateChip } from './state-chip.tsx'

/** « Les personnes que j’ai inscrites », by event and date: what is to come first, soonest first. */
export function PrescriptionsPage({ rows, now }: { rows: readonly RegistrationDetail[]; now: Instant }) {
  const isToCome = ({ date }: RegistrationDetail) => isBefore(now, date.overAt)
  const toCome = byDate(rows.filter(isToCome)).reverse()
  const past = byDate(rows.filter((row) => !isToCome(row)))
  return (
    <PageFrame>
      <PageHeading title="Les personnes que j’ai inscrites" />
      <SpaceTabs path={addresses.mySpace.prescriptions()} publishes />
      {rows.length === 0 && (
        <EmptyState
          icon="users"
          title="Vous n’avez inscrit personne pour le moment"
          text="Sur la page d’un évènement ouvert aux prescriptions, « Inscrire une personne que j’accompagne » lui garde une place."
          action={{ href: addresses.agenda(), text: 'Voir l’agenda' }}
        />
      )}
      {toCome.map((group) => (
        <OneDate key={group[0].date.id} group={group} now={now} />
      ))}
      {past.length > 0 && <h2>Passées</h2>}
      {past.map((group) => (
        <OneDate key={group[0].date.id} group={group} now={now} />
      ))}
    </PageFrame>
  )
}

type Group = [RegistrationDetail, ...RegistrationDetail[]]

/** Rows of one date stand together, as they come sorted. */
function byDate(rows: readonly RegistrationDetail[]): Group[] {
  const groups: Group[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0].date.id === row.date.id) last.push(row)
    else groups.push([row])
  }
  return groups
}

function OneDate({ group, now }: { group: Group; now: Instant }) {
  const [{ content, date }] = group
  const when = frenchRange(date.startsAt, date.endsAt ?? undefined, now)
  return (
    <Band title={content.title}>
      <Table
        caption={when.charAt(0).toUpperCase() + when.slice(1)}
        rows={group}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Personne',
            heading: true,
            cell: ({ receipt, name }) => <a href={addresses.mySpace.prescription({ receipt })}>{name}</a>,
          },
          { title: 'E-mail', cell: ({ email }) => email },
          { title: 'Téléphone', cell: ({ phone }) => phone || '—' },
          { title: 'État', cell: (row) => <StateChip of={row} /> },
        ]}
      />
    </Band>
  )
}
