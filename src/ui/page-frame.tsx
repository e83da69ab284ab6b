import type { ComponentChildren } from 'preact'

/** The inside of a page. `narrow` for forms and texts, `wide` for lists. */
export function PageFrame({ width = 'wide', children }: { width?: 'wide' | 'narrow'; children: ComponentChildren }) {
  return <div class={width === 'wide' ? 'page wrap' : 'page wrap narrow'}>{children}</div>
}

/** A page and what goes with it: the event and its registration, the list and its filters. */
export function TwoColumns(props: { side: ComponentChildren; sideFirst?: boolean; children: ComponentChildren }) {
  const side = <div class="side">{props.side}</div>
  return (
    <div class={props.sideFirst ? 'two side-first' : 'two'}>
      {props.sideFirst && side}
      <div class="main">{props.children}</div>
      {!props.sideFirst && side}
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
