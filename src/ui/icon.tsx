import { iconPaths } from './icon-paths.ts'

export type IconName = keyof typeof iconPaths

/** A drawing that goes with words and says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  )
}
