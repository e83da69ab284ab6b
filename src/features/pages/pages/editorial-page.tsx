import type { ComponentChildren } from 'preact'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Article } from '#ui/prose.tsx'

export type Chapter = { id: string; title: string; body: ComponentChildren }

/** A page to read: its chapters, and a way to each when there are several. */
export function EditorialPage(props: {
  title: string
  lead: string
  chapters: readonly Chapter[]
  contents?: boolean
}) {
  return (
    <PageFrame width="narrow">
      <PageHeading title={props.title} lead={props.lead} />
      {props.contents && (
        <nav class="contents" aria-label="Sommaire">
          <ol>
            {props.chapters.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {props.chapters.map(({ id, title, body }) => (
        <section class="chapter" id={id} key={id}>
          <h2>{title}</h2>
          <Article>{body}</Article>
        </section>
      ))}
    </PageFrame>
  )
}
