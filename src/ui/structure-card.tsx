import { Card } from './card.tsx'
import { Icon } from './icon.tsx'

export type StructureCardProps = {
  href: string
  name: string
  summary?: string | undefined
  /** « Lyon, Villeurbanne », « Toute la région » */
  where: string
  /** « vérifié en novembre » */
  checked?: string | undefined
  /** « Fiche de démonstration » */
  note?: string | undefined
  level?: 2 | 3
}

/** A structure (or one of its services) in a list. */
export function StructureCard({ href, name, summary, where, checked, note, level }: StructureCardProps) {
  const foot = (
    <>
      <p class="fact">
        <Icon name="map-pin" />
        {where}
      </p>
      {(checked || note) && <p class="soft small">{[checked, note].filter(Boolean).join(' · ')}</p>}
    </>
  )
  return (
    <Card href={href} title={name} level={level} foot={foot}>
      {summary && <p class="soft clamp">{summary}</p>}
    </Card>
  )
}
