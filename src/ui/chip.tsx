import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'lake' | 'fir' | 'sun' | 'brick'

/** A short fact. The tone only underlines what the words already say. */
export function Chip({ tone = 'lake', icon, children }: { tone?: Tone; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={`chip ${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** A filter in force; following the link takes it away. */
function RemovableChip({ href, text }: { href: string; text: string }) {
  return (
    <a class="chip removable" href={href}>
      <span class="unseen">Retirer le filtre : </span>
      {text}
      <Icon name="x" />
    </a>
  )
}

/** The filters in force, and one link to take them all away. Nothing when there is none. */
export function ActiveFilters({ chips, clear }: { chips: readonly { href: string; text: string }[]; clear: string }) {
  if (chips.length === 0) return null
  return (
    <nav aria-label="Filtres choisis">
      <ul class="row">
        {chips.map((chip) => (
          <li key={chip.text}>
            <RemovableChip {...chip} />
          </li>
        ))}
        <li>
          <a class="small" href={clear}>
            Tout effacer
          </a>
        </li>
      </ul>
    </nav>
  )
}
