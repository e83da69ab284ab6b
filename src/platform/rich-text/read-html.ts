import { DomHandler, Parser } from 'htmlparser2'
import { DEEPEST, type Node } from '#kernel/rich-text/tree'

type Parsed = DomHandler['dom'][number]

/** Reads HTML in time that grows with its length only: what a browser would do with tags left open is not imitated. */
export function readHtml(html: string): Node[] {
  const handler = new DomHandler()
  new Parser(handler, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }).end(html)
  return handler.dom.flatMap((node) => nodesOf(node, 0))
}

function nodesOf(node: Parsed, depth: number): Node[] {
  if ('data' in node && node.type === 'text') return [node.data]
  if (!('attribs' in node)) return []
  if (depth === DEEPEST) return [textUnder(node)]
  const children = node.children.flatMap((child) => nodesOf(child, depth + 1))
  return [{ tag: node.name, attributes: node.attribs, children }]
}

function textUnder(top: Parsed): string {
  const texts: string[] = []
  const left: Parsed[] = [top]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ('data' in node && node.type === 'text') texts.push(node.data)
    else if ('attribs' in node && !/^(?:script|style)$/.test(node.name)) left.push(...node.children.toReversed())
  }
  return texts.join('')
}
