import type { ComponentChildren } from 'preact'

/** A list of cards, as many side by side as fit. `label` names the list when no heading does. */
export function CardList({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <ul class="cards" aria-label={label}>
      {children}
    </ul>
  )
}

export type CardProps = {
  href: string
  title: string
  /** The heading's level in the page. */
  level?: 2 | 3
  /** What stands before the title: a date, a logo. */
  aside?: ComponentChildren
  foot?: ComponentChildren
  /** Above the rest, for the eye alone: the title says what it is. */
  picture?: { src: string; srcSet: string } | undefined
  children?: ComponentChildren
}

/** One thing of a list; the whole card is the link of its title. */
export function Card({ href, title, level = 3, aside, foot, picture, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li class="card">
      {picture && (
        <img
          class="card-picture"
          {...picture}
          sizes="22rem"
          alt=""
          width={16}
          height={9}
          loading="lazy"
          decoding="async"
        />
      )}
      <div class={aside ? 'card-body with-aside' : 'card-body'}>
        {aside}
        <div class="card-text">
          <Heading class="card-title">
            <a href={href}>{title}</a>
          </Heading>
          {children}
        </div>
      </div>
      {foot && <div class="card-foot">{foot}</div>}
    </li>
  )
}
