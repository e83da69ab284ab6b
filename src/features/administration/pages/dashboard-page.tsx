import { addresses } from '#addresses'
import { sinceText } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Table } from '#ui/table.tsx'

export type QueueLine = { href: string; text: string; count: number; oldest?: Instant | null }

type Props = {
  queues: readonly QueueLine[]
  territory: string | undefined
  now: Instant
  others: readonly QueueLine[]
  /** Whether « bris de glace » is among one’s acts. */
  breaksGlass: boolean
}

/** What waits for a decision, and since when (ADM-1). */
export function DashboardPage({ queues, territory, now, others, breaksGlass }: Props) {
  return (
    <PageFrame>
      <PageHeading title="Administration" lead={territory} />
      <Table
        caption="Ce qui attend votre décision"
        rows={queues}
        keyOf={({ href }) => href}
        columns={[
          { title: 'File', heading: true, cell: ({ href, text }) => <a href={href}>{text}</a> },
          { title: 'En attente', numeric: true, cell: ({ count }) => count },
          { title: 'La plus ancienne', cell: ({ oldest }) => (oldest ? sinceText(oldest, now) : '—') },
        ]}
      />
      <Table
        caption="À surveiller"
        rows={others}
        keyOf={({ href }) => href}
        columns={[
          { title: 'Liste', heading: true, cell: ({ href, text }) => <a href={href}>{text}</a> },
          { title: 'Fiches', numeric: true, cell: ({ count }) => count },
        ]}
      />
      <p>
        <a href={addresses.admin.contents({ etat: 'publie' })}>Tous les contenus publiés</a>
      </p>
      {breaksGlass && (
        <p>
          <a href={addresses.admin.glass()}>Ouvrir un projet par « bris de glace »</a>
        </p>
      )}
    </PageFrame>
  )
}
