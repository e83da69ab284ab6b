import { type Element, element, isElement, type Node } from './tree.ts'
import { ITEM } from './word.ts'

/** Items that follow each other become lists again, one in another by their levels. */
export function withLists(blocks: readonly Element[]): Element[] {
  const done: Element[] = []
  let items: Element[] = []
  for (const block of blocks) {
    if (block.tag === ITEM) {
      items.push(block)
      continue
    }
    done.push(...nested(items), block)
    items = []
  }
  return [...done, ...nested(items)]
}

export const isList = (node: Node | undefined): node is Element =>
  isElement(node) && (node.tag === 'ul' || node.tag === 'ol')

/** An item that has no words of its own is but the items under it. */
export function lifted(item: Element): Element[] {
  if (!item.children.every(isList)) return [item]
  return item.children.filter(isList).flatMap((list) => list.children.filter(isElement))
}

type Open = { level: number; list: Element }

function nested(items: readonly Element[]): Element[] {
  const roots: Element[] = []
  const open: Open[] = []
  for (const item of items) {
    const level = Number(item.attributes.level ?? '1')
    const list = listFor(open, roots, { level, tag: item.attributes.ordered === 'true' ? 'ol' : 'ul' })
    list.children.push(...lifted(element('li', [...item.children])))
  }
  return roots
}

/** The open list that takes an item of this level and kind, opened if need be: in the last item above, else beside. */
function listFor(open: Open[], roots: Element[], { level, tag }: { level: number; tag: string }): Element {
  while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
  const top = open.at(-1)
  if (top !== undefined && level <= top.level) {
    if (top.list.tag === tag) return top.list
    open.pop()
  }
  const list = element(tag, [])
  const parent = open.at(-1)?.list.children.at(-1)
  if (isElement(parent)) parent.children.push(list)
  else roots.push(list)
  open.push({ level, list })
  return list
}
