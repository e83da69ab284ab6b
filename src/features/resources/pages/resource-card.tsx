import { FileImage } from '#features/files/pages/file-image.tsx'
import { Card } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import type { ResourceCardProps } from '../cards.ts'

/** A resource in a list, with its image or its first page. */
export function ResourceCard({ card, level }: { card: ResourceCardProps; level?: 2 | 3 }) {
  const { href, title, summary, kind, source, reserved, notes, preview, recommend } = card
  const hasPicture = preview !== undefined && (preview.kind === 'image' || preview.copies.length > 0)
  const foot = (
    <div class="row">
      <Chip>{kind}</Chip>
      {reserved && (
        <Chip tone="brick" icon="lock">
          {reserved}
        </Chip>
      )}
      {notes.map((note) => (
        <Chip key={note} tone="sun">
          {note}
        </Chip>
      ))}
      {recommend && (
        <a class="card-act" href={recommend}>
          Recommander<span class="unseen"> : {title}</span>
        </a>
      )}
    </div>
  )
  const picture = hasPicture && (
    <div class="thumbnail">
      <FileImage file={{ ...preview, alternative: '' }} sizes="5rem" />
    </div>
  )
  return (
    <Card href={href} title={title} level={level} foot={foot} aside={picture || undefined}>
      <p class="fact">
        <Icon name={preview === undefined ? 'external-link' : 'download'} />
        {source}
      </p>
      {summary && <p class="soft clamp">{summary}</p>}
    </Card>
  )
}
