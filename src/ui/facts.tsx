import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type Fact = { term: string; detail: ComponentChildren; icon?: IconName }

/** What is known of one thing: a term, what is said of it. A fact without detail is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(
    ({ detail }) => detail !== undefined && detail !== null && detail !== '' && detail !== false,
  )
  return (
    <dl class="facts">
      {known.map(({ term, detail, icon }) => (
        <div key={term}>
          <dt>
            {icon && <Icon name={icon} />}
            {term}
          </dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
