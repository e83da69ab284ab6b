import type { ComponentChildren } from 'preact'

/** The inside of a page. `narrow` for forms and texts, `wide` for lists. */
export function PageFrame({ width = 'wide', children }: { width?: 'wide' | 'narrow'; children: ComponentChildren }) {
  return <div class={width === 'wide' ? 'page wrap' : 'page wrap narrow'}>{children}</div>
}

export type TwoColumnsProps = {
  side: ComponentChildren
  /** `start`: filters before their list. `early`: on the right, yet read first on a phone, for what one comes to do.
   *  `end`: on the right, after the rest. */
  sideAt?: 'start' | 'early' | 'end'
  children: ComponentChildren
}

const sideClass = { start: 'two side-start', early: 'two side-early', end: 'two' }

/** A page and what goes with it: the event and its registration, the list and its filters. */
export function TwoColumns({ side, sideAt = 'end', children }: TwoColumnsProps) {
  return (
    <div class={sideClass[sideAt]}>
      {sideAt !== 'end' && <div class="side">{side}</div>}
      <div class="main">{children}</div>
      {sideAt === 'end' && <div class="side">{side}</div>}
    </div>
  )
}

/** A sheet of its own beside the text: « Inscription ». */
export function Panel(props: { title?: string; id?: string; sticky?: boolean; children: ComponentChildren }) {
  return (
    <section class={props.sticky ? 'panel sticky' : 'panel'} id={props.id}>
      {props.title && <h2>{props.title}</h2>}
      {props.children}
    </section>
  )
}

/** A part of a page under its heading, with one link beside it at most. */
export function Band(props: {
  title: string
  id?: string
  more?: { href: string; text: string }
  children: ComponentChildren
}) {
  return (
    <section class="band" id={props.id}>
      <div class="band-head">
        <h2>{props.title}</h2>
        {props.more && <a href={props.more.href}>{props.more.text}</a>}
      </div>
      {props.children}
    </section>
  )
}
