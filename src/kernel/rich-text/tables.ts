import { oneLine } from './inline.ts'
import { type Element, element, isElement, type Node, textIn } from './tree.ts'

type Blocks = (nodes: readonly Node[]) => Node[]

function rowsOf(nodes: readonly Node[]): Element[] {
  return nodes.filter(isElement).flatMap((node) => {
    if (node.tag === 'tr') return [node]
    if (node.tag === 'thead') return rowsOf(node.children).map(asHead)
    return /^t(?:body|foot)$/.test(node.tag) ? rowsOf(node.children) : []
  })
}

const asHead = (row: Element): Element => ({
  ...row,
  children: cellsOf(row).map((cell) => ({ ...cell, tag: 'th' })),
})

const cellsOf = (row: Element): Element[] =>
  row.children.filter(isElement).filter(({ tag }) => tag === 'td' || tag === 'th')

const inTable = ({ tag }: Element): boolean => /^(?:caption|tr|t[dh]|t(?:head|body|foot))$/.test(tag)

/** A table with its first row as its head when it reads so; the content itself of a frame of one cell; nothing when empty. */
export function tableOf(table: Element, inCell: Blocks): Element | Node[] {
  const rows = rowsOf(table.children)
    .map(cellsOf)
    .filter((cells) => cells.length > 0)
  const astray = table.children.filter((node) => !isElement(node) || !inTable(node))
  const [cell] = rows.flat()
  if (cell === undefined) return astray
  if (rows.flat().length === 1) return [...astray, ...cell.children]
  const lines = rows.map((cells) => cells.map((one) => ({ cell: one, content: inCell(one.children) })))
  if (lines.flat().every(({ content }) => content.length === 0)) return []
  const isMade = rows.flat().some(({ tag }) => tag === 'th')
  const isFound = !isMade && readsAsHead(lines)
  const written = lines.map((cells, rank) => {
    const tagOf = ({ tag }: Element) => (isFound && rank === 0 ? 'th' : tag)
    return element(
      'tr',
      cells.map((one) => cellOf(one, tagOf(one.cell))),
    )
  })
  return element('table', [...captionOf(table), ...partsOf(scoped(written))])
}

type Line = { cell: Element; content: Node[] }[]

/** Every word of the first row, and of it alone, is bold. */
function readsAsHead([first, ...others]: readonly Line[]): boolean {
  const isBold = ({ content }: Line[number]) =>
    content.length > 0 && content.every((node) => isElement(node) && node.tag === 'strong')
  return first !== undefined && others.length > 0 && first.every(isBold) && !others.some((line) => line.every(isBold))
}

function cellOf({ cell, content }: Line[number], tag: string): Element {
  const { colspan = '', rowspan = '' } = cell.attributes
  const spans = Object.entries({ colspan, rowspan }).filter(([, span]) => /^(?:[2-9]|[1-4]\d)$/.test(span))
  const isPlain = content.every((node) => !isElement(node) || /^(?:strong|em|a|br)$/.test(node.tag))
  const words = tag === 'th' && isPlain ? oneLine(content, { strong: false }) : content
  return element(tag, words, Object.fromEntries(spans))
}

/** Each head says whether it heads its column or its row. */
function scoped(rows: readonly Element[]): Element[] {
  return rows.map((row) => {
    const cells = row.children.filter(isElement)
    const scope = cells.every(({ tag }) => tag === 'th') ? 'col' : 'row'
    return element(
      'tr',
      cells.map((cell) => (cell.tag === 'th' ? element('th', cell.children, { scope, ...cell.attributes }) : cell)),
    )
  })
}

function partsOf(rows: readonly Element[]): Element[] {
  const isHead = (row: Element) => row.children.every((cell) => isElement(cell) && cell.attributes.scope === 'col')
  const body = rows.findIndex((row) => !isHead(row))
  const heads = rows.slice(0, body === -1 ? 1 : body)
  const others = rows.slice(heads.length)
  return [heads, others].flatMap((part, rank) =>
    part.length === 0 ? [] : [element(rank === 0 ? 'thead' : 'tbody', part)],
  )
}

function captionOf(table: Element): Element[] {
  const caption = table.children.filter(isElement).find(({ tag }) => tag === 'caption')
  if (caption === undefined || textIn([caption]).trim() === '') return []
  return [element('caption', oneLine([textIn([caption])], { strong: false }))]
}
