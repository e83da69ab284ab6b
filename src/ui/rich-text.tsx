import { shownHtml } from '#kernel/rich-text/shown'
import type { RichFormat } from '#kernel/rich-text/text-of'
import { Prose } from './prose.tsx'

export type RichTextProps = { format: RichFormat; value: string; finish?: (html: string) => string }

/**
 * A text of the rich field, laid out for reading. HTML goes through today's rules again, whenever it was cleaned; `finish`
 * adds to what came out of them, as the anchors of its headings.
 */
export function RichText(props: RichTextProps) {
  const { format, value, finish = (html) => html } = props
  if (format === 'plain') return <Prose text={value} />
  return <div class="prose rich" {...{ dangerouslySetInnerHTML: { __html: finish(shownHtml(value)) } }} />
}
