import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'

export type FiltersProps = {
  action: string
  /** How many filters are in force, said beside the heading. */
  active: number
  /** Unfolded from the start, on a page where one comes to choose. */
  open?: boolean
  children: ComponentChildren
}

/** The filters of a list: a form that asks the same page again. Folds on a phone, stands beside the list elsewhere. */
export function Filters({ action, active, open = false, children }: FiltersProps) {
  return (
    <details class="filters" open={open}>
      <summary>Filtrer{active > 0 && ` (${active})`}</summary>
      <form class="form" method="get" action={action} data-island="filters">
        {children}
        <Button size="wide">Afficher</Button>
      </form>
    </details>
  )
}
