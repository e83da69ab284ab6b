import { oneLine } from './inline.ts'
import { type Element, element, isElement, type Node, textIn } from './tree.ts'

type Blocks = (nodes: readonly Node[]) => Node[]

const isCell = ({ tag }: Element): boolean => tag === 'td' || tag === 'th'

function rowsOf(nodes: readonly Node[]): Element[] {
  return nodes.filter(isElement).flatMap((node) => {
    if (node.tag === 'tr') return [node]
    if (isCell(node)) return [element('tr', [node])]
    if (node.tag === 'thead') return rowsOf(node.children).map(asHead)
    return /^t(?:body|foot)$/.test(node.tag) ? rowsOf(node.children) : []
  })
}

const asHead = (row: Element): Element => ({
  ...row,
  children: cellsOf(row).map((cell) => ({ ...cell, tag: 'th' })),
})

const cellsOf = (row: Element): Element[] => row.children.filter(isElement).filter(isCell)

/** What stands in a table beside its rows and cells: browsers show it before. */
function astrayIn(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [node]
    if (/^(?:tr|t(?:head|body|foot))$/.test(node.tag)) return astrayIn(node.children)
    return isCell(node) || node.tag === 'caption' ? [] : [node]
  })
}

/** What a table reads as: what stood beside its rows, then the table, unless it holds too little to be one. */
export type TableRead = { beside: Node[]; table?: Element }

/** Reads a table, its first row as its head when it reads so. A frame of one cell is but what it holds. */
export function readTable(table: Element, inCell: Blocks): TableRead {
  const rows = rowsOf(table.children)
    .map(cellsOf)
    .filter((cells) => cells.length > 0)
  const beside = astrayIn(table.children)
  const lines = rows.map((cells) => cells.map((one) => ({ cell: one, content: inCell(one.children) })))
  const cells = lines.flat()
  if (cells.length < 2 || cells.every(({ content }) => content.length === 0)) {
    const named = table.children.filter(isElement).filter(({ tag }) => tag === 'caption')
    const held = [...named, ...rows.flat()].map(({ children }) => element('div', children))
    return { beside: [...beside, ...held] }
  }
  const isFound = cells.every(({ cell }) => cell.tag === 'td') && readsAsHead(lines)
  const written = lines.map((line, rank) => rowOf(line, isFound && rank === 0))
  return { beside, table: element('table', [...captionOf(table), ...partsOf(scoped(written))]) }
}

const rowOf = (line: Line, isHead: boolean): Element =>
  element(
    'tr',
    line.map((one) => cellOf(one, isHead ? 'th' : one.cell.tag)),
  )

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
