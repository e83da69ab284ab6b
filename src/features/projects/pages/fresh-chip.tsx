import { plural } from '#kernel/french'
import { Chip } from '#ui/chip.tsx'

/** On a project entrusted to an adviser: what others said since he last opened it; null: he never did. */
export function FreshChip({ fresh }: { fresh: number | null }) {
  if (fresh === 0) return null
  return (
    <p>
      <Chip tone="sun" icon="mail">
        {fresh === null ? 'Pas encore ouvert' : plural(fresh, 'nouveau commentaire', 'nouveaux commentaires')}
      </Chip>
    </p>
  )
}
