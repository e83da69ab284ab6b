import { type Cleaned, cleanNodes } from '#kernel/rich-text/clean'
import { DEEPEST, type Node } from '#kernel/rich-text/tree'

/** Cleans HTML as the server will. The document is never part of the page: nothing of it loads or runs. */
export function cleanHtml(html: string): Cleaned {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return cleanNodes([...body.childNodes].flatMap((node) => nodesOf(node, 0)))
}

function nodesOf(node: ChildNode, depth: number): Node[] {
  if (node instanceof Text) return [node.data]
  if (node.nodeType !== window.Node.ELEMENT_NODE) return []
  const { localName, attributes } = node as Element
  if (depth === DEEPEST) return [node.textContent ?? '']
  const children = [...node.childNodes].flatMap((child) => nodesOf(child, depth + 1))
  return [
    {
      tag: localName,
      attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
      children,
    },
  ]
}
