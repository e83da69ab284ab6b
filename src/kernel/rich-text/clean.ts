import { blocksOf } from './blocks.ts'
import { Dropped } from './dropped.ts'
import { releveled } from './headings.ts'
import { simplify } from './simplify.ts'
import { type Node, toHtml } from './tree.ts'

/** Clean HTML, and in words what is no more in it: « 2 images », « des couleurs ». */
export type Cleaned = { html: string; dropped: string[] }

/**
 * Any HTML, be it of Word, LibreOffice, Google Docs or an ill will, as a text of ours (ART-4): titles, lists, links and tables
 * kept, the rest as words or not at all. The browser and the server call the same. Cleaned again, it is what it was.
 */
export function cleanNodes(nodes: readonly Node[]): Cleaned {
  const dropped = new Dropped()
  const blocks = blocksOf(simplify(nodes, dropped), { dropped, in: 'text' })
  return { html: toHtml(releveled(blocks)), dropped: dropped.words() }
}
