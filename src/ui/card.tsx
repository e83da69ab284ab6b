import type { ComponentChildren } from 'preact'

/** A list of cards, as many side by side as fit. `label` names the list when no heading does. */
export function CardList({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <ul class="cards" aria-label={label}>
      {children}
    </ul>
  )
}

type PictureProps = { src: string; srcSet: string }

export type CardProps = {
  href: string
  title: string
  /** The heading's level in the page. */
  level?: 2 | 3
  /** What stands before the title: a date, a logo. */
  aside?: ComponentChildren
  foot?: ComponentChildren
  /** For the eye alone: the title says what it is. */
  picture?: PictureProps | undefined
  children?: ComponentChildren
}

/** One thing of a list; the whole card is the link of its title. */
export function Card({ href, title, level = 3, aside, foot, picture, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li class="card">
      <div class={aside ? 'card-body with-aside' : 'card-body'}>
        {aside}
        {picture && <Picture {...picture} />}
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

function Picture(props: PictureProps) {
  return (
    <img class="card-picture" {...props} sizes="7rem" alt="" width={320} height={240} loading="lazy" decoding="async" />
  )
}
