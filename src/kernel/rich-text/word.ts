// What the markup of Word and Outlook means. A list item is a paragraph of class MsoListParagraph: its level stands in the
// style (`mso-list:l0 level2 lfo1`), its mark in a span `mso-list:Ignore`. Word on the web says the level on each `<li>`.
import { styleOf } from './style-of.ts'
import { type Element, element, isElement, type Node, textIn } from './tree.ts'

/** A paragraph that was an item of a list, until the items that follow each other are made a list again. */
export const ITEM = 'item-of-word'

const BULLETS = '·•▪◦§‣\uF0A7\uF0B7\uF0D8\uF076'
const LEADING_MARK = new RegExp(`^\\s*(?:[${BULLETS}]\\s*|[o–-]\\s{2,})+`)
const LEADING_BULLET = new RegExp(`^\\s*(?:[${BULLETS}]\\s*)+`)
const LEADING_NUMBER = /^\s*(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s{2,}/i
const NUMBERED = /^\s*\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})[.)]/i

const isMark = (node: Node): boolean => isElement(node) && /ignore/i.test(styleOf(node)['mso-list'] ?? '')

/** The mark that Word drew before an item (« · », « 1. »), and the nodes without it. */
function withoutMark(nodes: readonly Node[]): { mark: string; rest: Node[] } {
  let mark = ''
  const rest = nodes.flatMap((node): Node[] => {
    if (!isElement(node)) return [node]
    if (isMark(node)) {
      mark += textIn([node])
      return []
    }
    const inner = withoutMark(node.children)
    mark += inner.mark
    return [{ ...node, children: inner.rest }]
  })
  return { mark, rest }
}

/** The nodes without the first letters of their text. */
function withoutStart(nodes: readonly Node[], length: number): Node[] {
  let left = length
  const cut = (node: Node): Node => {
    if (isElement(node)) return left === 0 ? node : { ...node, children: node.children.map(cut) }
    const taken = Math.min(left, node.length)
    left -= taken
    return node.slice(taken)
  }
  return nodes.map(cut)
}

/** The item of a list that a paragraph of Word stands for; undefined for a plain paragraph. */
export function itemOfParagraph(paragraph: Element): Element | undefined {
  const list = styleOf(paragraph)['mso-list'] ?? ''
  const level = /level(\d)/.exec(list)?.[1] ?? '1'
  const { mark, rest } = withoutMark(paragraph.children)
  if (mark !== '') return item(rest, level, NUMBERED.test(mark))
  const text = textIn(rest)
  const bullet = LEADING_MARK.exec(text)?.[0]
  if (bullet !== undefined) return item(withoutStart(rest, bullet.length), level, false)
  const number = LEADING_NUMBER.exec(text)?.[0]
  const isListed = /MsoListParagraph/i.test(paragraph.attributes.class ?? '') || /level\d/.test(list)
  return isListed && number !== undefined ? item(withoutStart(rest, number.length), level, true) : undefined
}

/** The item that a line of words stands for when a bullet was typed before it. */
export function itemOfLine(line: readonly Node[]): Element | undefined {
  const bullet = LEADING_BULLET.exec(textIn(line))?.[0]
  return bullet === undefined ? undefined : item(withoutStart(line, bullet.length), '1', false)
}

const item = (children: Node[], level: string, ordered: boolean): Element =>
  element(ITEM, children, { level, ordered: String(ordered) })

/** The items of a list of Word on the web, which makes a list of its own for each item; undefined for any other list. */
export function itemsOfWebList(list: Element): Element[] | undefined {
  const items = list.children.filter(isElement)
  if (!items.some(({ attributes }) => attributes['data-aria-level'] !== undefined)) return undefined
  return items.map(({ attributes, children }) =>
    item(children, attributes['data-aria-level'] ?? '1', list.tag === 'ol'),
  )
}

/** The level of a title: « Titre » of Word, or a paragraph with a level in the outline. */
export function titleLevel(paragraph: Element): string | undefined {
  if (/^MsoTitle/i.test(paragraph.attributes.class ?? '')) return 'h1'
  const { role, 'aria-level': said } = paragraph.attributes
  const outline = role === 'heading' ? said : styleOf(paragraph)['mso-outline-level']
  const level = /^[1-6]$/.exec(outline ?? '')?.[0]
  return level === undefined ? undefined : `h${level}`
}

/** Notes of reviewers, and text deleted under « suivi des modifications ». */
export function reviewOf(node: Element): 'comment' | 'deleted' | undefined {
  const { tag, attributes } = node
  const style = styleOf(node)
  if (/comment-list/.test(style['mso-element'] ?? '') || /^MsoCommentReference/i.test(attributes.class ?? ''))
    return 'comment'
  if (/^msoDel/i.test(attributes.class ?? '')) return 'deleted'
  return tag === 'del' && (attributes.datetime ?? attributes.cite) !== undefined ? 'deleted' : undefined
}
