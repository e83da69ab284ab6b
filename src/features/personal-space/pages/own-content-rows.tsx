import { itemOf } from '#addresses'
import { PROPOSAL_TEXTS, STATE_TEXTS } from '#features/contents/texts.ts'
import { shortDay, sinceText } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Chip, type Tone } from '#ui/chip.tsx'
import type { Column } from '#ui/table.tsx'
import type { OwnContent } from '../own-content-queries.ts'
import { OWN_KIND_TEXTS } from '../texts.ts'
import { KIND_LINKS } from './kind-links.ts'

/** One’s contents in a table: where each stands, for how long, why; « modifier » in the last column. */
export const ownContentColumns = (now: Instant): Column<OwnContent>[] => [
  {
    title: 'Titre',
    heading: true,
    cell: (row) => <a href={KIND_LINKS[row.kind].one({ item: itemOf(row) })}>{row.title}</a>,
  },
  { title: 'Type', cell: ({ kind }) => OWN_KIND_TEXTS[kind] },
  { title: 'État', cell: (row) => <Standing row={row} now={now} /> },
  { title: 'Modifié le', cell: ({ updatedAt }) => shortDay(updatedAt) },
  {
    title: 'Modifier',
    cell: (row) => (
      <a href={KIND_LINKS[row.kind].edit({ item: itemOf(row) })}>
        modifier<span class="unseen"> : {row.title}</span>
      </a>
    ),
  },
]

const isSentBack = ({ state, proposal }: OwnContent): boolean =>
  proposal === null ? ['to-correct', 'refused', 'unpublished'].includes(state) : proposal === 'to-correct'

function toneOf(row: OwnContent): Tone {
  if (isSentBack(row)) return 'brick'
  return row.state === 'published' && row.proposal === null ? 'fir' : 'sun'
}

function Standing({ row, now }: { row: OwnContent; now: Instant }) {
  const { state, proposal, waitingSince, reason } = row
  return (
    <>
      <Chip tone={toneOf(row)}>{proposal === null ? STATE_TEXTS[state] : PROPOSAL_TEXTS[proposal]}</Chip>
      {waitingSince && <p class="soft small">{sinceText(waitingSince, now)}</p>}
      {reason && isSentBack(row) && <p class="small">Motif : {reason}</p>}
    </>
  )
}
