import { type Element, element } from './tree.ts'

const HEADING = /^h([1-6])$/

/** The title of the page is above: the first title of a text is `h2`, none is skipped, and `h4` is the deepest. */
export function releveled(blocks: readonly Element[]): Element[] {
  const above: number[] = []
  return blocks.map((block) => {
    const level = Number(HEADING.exec(block.tag)?.[1] ?? 0)
    if (level === 0) return block
    while ((above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    return element(`h${Math.min(above.length + 1, 4)}`, block.children)
  })
}
