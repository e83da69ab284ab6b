import { Card } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import type { ArticleCardProps } from '../cards.ts'

/** An article in a list. */
export function ArticleCard({ card, level }: { card: ArticleCardProps; level?: 2 | 3 }) {
  const { href, title, summary, when, notes, isPro } = card
  const foot = (
    <div class="row">
      <p class="fact">
        <Icon name="clock" />
        {when}
      </p>
      {isPro && (
        <Chip tone="brick" icon="lock">
          Pro
        </Chip>
      )}
      {notes.map((note) => (
        <Chip key={note} tone="sun">
          {note}
        </Chip>
      ))}
    </div>
  )
  return (
    <Card href={href} title={title} level={level} foot={foot}>
      {summary && <p class="soft clamp">{summary}</p>}
    </Card>
  )
}
