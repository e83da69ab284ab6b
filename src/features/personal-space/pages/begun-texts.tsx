import { frenchDay, frenchHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Notice } from '#ui/flash.tsx'
import type { OwnKind } from '../own-contents-filters.ts'
import { OWN_KIND_TEXTS } from '../texts.ts'
import { KIND_LINKS } from './kind-links.ts'

/** `id` is undefined for a content that has no number yet. */
export type BegunText = { page: string; kind: OwnKind; id: number | undefined; title: string; savedAt: Instant }

/** What was typed in forms and never saved, each with the way back to it (ART-5). */
export function BegunTexts({ begun, now }: { begun: readonly BegunText[]; now: Instant }) {
  if (begun.length === 0) return null
  return (
    <Notice tone="warn" title="Textes commencés, pas encore enregistrés">
      <ul>
        {begun.map((text) => (
          <li key={text.page}>
            <a href={hrefOf(text)}>{text.title === '' ? 'Sans titre' : text.title}</a>,{' '}
            {OWN_KIND_TEXTS[text.kind].toLowerCase()}, {frenchDay(text.savedAt, now)} à {frenchHour(text.savedAt)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function hrefOf({ kind, id, page }: BegunText): string {
  const links = KIND_LINKS[kind]
  return `${id === undefined ? links.new() : links.edit({ item: String(id) })}?brouillon=${page}`
}
