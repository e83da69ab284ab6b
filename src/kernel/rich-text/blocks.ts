import type { Dropped } from './dropped.ts'
import { linesOf, oneLine } from './inline.ts'
import { isList, lifted, withLists } from './lists.ts'
import { readTable } from './tables.ts'
import { type Element, element, isElement, type Node, textIn } from './tree.ts'
import { ITEM, itemOfLine } from './word.ts'

const INLINE = new Set(['strong', 'em', 'a', 'br'])
const isInline = (node: Node): boolean => !isElement(node) || (INLINE.has(node.tag) && node.children.every(isInline))

/** Where a block stands: titles are for the text itself, and a table holds no other. */
type Place = { dropped: Dropped; in: 'text' | 'part' | 'cell' }

/** Simplified nodes as a row of paragraphs, titles, lists, tables, quotes, images and lines. */
export const blocksOf = (nodes: readonly Node[], place: Place): Element[] => withLists(looseBlocks(nodes, place))

/** The same, items of Word not yet made lists: those that follow each other may stand in several containers. */
function looseBlocks(nodes: readonly Node[], place: Place): Element[] {
  const blocks: Element[] = []
  let words: Node[] = []
  const flush = () => {
    blocks.push(...linesOf(words).map((line) => itemOfLine(line) ?? element('p', line)))
    words = []
  }
  for (const node of nodes) {
    if (!isElement(node)) {
      // Somebody without JavaScript leaves a blank line between two paragraphs, even beside tags.
      const [first = '', ...others] = node.split(/\n[ \t]*\n/)
      words.push(first)
      for (const other of others) {
        flush()
        words.push(other)
      }
    } else if (isInline(node)) words.push(node)
    else {
      flush()
      blocks.push(...blockOf(node, place))
    }
  }
  flush()
  return blocks
}

function blockOf(node: Element, place: Place): Element[] {
  const { tag, children } = node
  if (INLINE.has(tag)) return looseBlocks(children, place).map((block) => within(block, node))
  if (tag === 'ul' || tag === 'ol') return listOf(node, place)
  if (tag === ITEM) return [{ ...node, children: itemContent(children, place) }].filter(hasContent)
  if (tag === 'table') return tableBlocks(node, place)
  if (tag === 'hr') return [element('hr', [])]
  if (tag === 'figure') return figureOf(node, place)
  if (tag === 'blockquote') {
    const quote = element('blockquote', blocksOf(children, { ...place, in: place.in === 'text' ? 'part' : place.in }))
    return [quote].filter(hasContent)
  }
  if (/^h\d$/.test(tag) && place.in === 'text') return titleOf(node, place)
  return looseBlocks(children, place)
}

const hasContent = ({ children }: Element): boolean => children.length > 0

/** Only words take the bold, the slant or the link of what is around their block. */
function within(block: Element, around: Element): Element {
  if (/^h\d$/.test(block.tag) && around.tag === 'strong') return block
  const isWords = block.children.every(isInline)
  if (isWords) return { ...block, children: linesOf([{ ...around, children: block.children }]).flat() }
  const children = block.children.map((node) => (isElement(node) && !isInline(node) ? within(node, around) : node))
  return { ...block, children }
}

/** A title is one line of words; what else stood in it follows. */
function titleOf({ tag, children }: Element, place: Place): Element[] {
  if (children.every(isInline)) {
    const words = oneLine(children, { strong: false })
    return words.length === 0 ? [] : [element(tag, words)]
  }
  const blocks = blocksOf(children, place)
  const [first, ...others] = blocks
  if (first?.tag !== 'p') return blocks
  return [element(tag, oneLine(first.children, { strong: false })), ...others]
}

function listOf({ tag, children }: Element, place: Place): Element[] {
  const items: Element[] = []
  for (const node of children) {
    if (!isElement(node)) {
      if (node.trim() !== '') items.push(element('li', itemContent([node], place)))
    } else if (node.tag === 'ul' || node.tag === 'ol') addToLast(items, listOf(node, place))
    else items.push(element('li', itemContent(node.tag === 'li' ? node.children : [node], place)))
  }
  const kept = items.filter(hasContent).flatMap(lifted)
  return kept.length === 0 ? [] : [element(tag, kept)]
}

/** LibreOffice and Google Docs write the list of an item after it rather than in it. */
function addToLast(items: Element[], lists: readonly Element[]): void {
  const last = items.at(-1)
  if (last !== undefined && hasContent(last)) last.children.push(...lists)
  else items.push(element('li', [...lists]))
}

const itemContent = (nodes: readonly Node[], place: Place): Node[] =>
  bare(blocksOf(nodes, { ...place, in: place.in === 'cell' ? 'cell' : 'part' }))

/** One paragraph, and lists under it, need no tag of a paragraph. */
function bare(blocks: Element[]): Node[] {
  const [first, ...others] = blocks
  return first?.tag === 'p' && others.every(isList) ? [...first.children, ...others] : blocks
}

function tableBlocks(node: Element, place: Place): Element[] {
  if (place.in === 'cell') {
    place.dropped.add('table')
    return blocksOf(unruled(node.children), place)
  }
  const { beside, table } = readTable(node, (cell) => bare(blocksOf(cell, { ...place, in: 'cell' })))
  return [...looseBlocks(beside, place), ...(table === undefined ? [] : [table])]
}

/** The cells of a table in a cell, each as a block. */
const unruled = (nodes: readonly Node[]): Node[] =>
  nodes.map((node) =>
    isElement(node) && /^(?:t|caption)/.test(node.tag) ? element('div', unruled(node.children)) : node,
  )

function figureOf({ children }: Element, place: Place): Element[] {
  const nodes = children.filter(isElement)
  const image = nodes.find(({ tag }) => tag === 'img') ?? nodes.find(({ tag }) => tag === 'figure')?.children[0]
  if (!isElement(image) || image.tag !== 'img') return blocksOf(children, place)
  const caption = oneLine([textIn(nodes.filter(({ tag }) => tag === 'figcaption'))], { strong: false })
  return [element('figure', [image, ...(caption.length === 0 ? [] : [element('figcaption', caption)])])]
}
