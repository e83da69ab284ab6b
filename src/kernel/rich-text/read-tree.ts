import { DEEPEST, type Node } from './tree.ts'

/** What a parser of HTML made: an element has attributes, a text has data; comments and the like have a type of their own. */
export type Parsed =
  | { type: 'text'; data: string }
  | { type: 'tag' | 'script' | 'style'; name: string; attribs: Readonly<Record<string, string>>; children: Parsed[] }
  | { type: 'comment' | 'directive' | 'cdata' | 'root' }

/** The tree of a document, cut where it is too deep to be one that somebody wrote. */
export const readTree = (document: readonly Parsed[]): Node[] => document.flatMap((node) => nodesOf(node, 0))

function nodesOf(node: Parsed, depth: number): Node[] {
  if (node.type === 'text') return [node.data]
  if (!('attribs' in node)) return []
  if (depth === DEEPEST) return [textUnder(node)]
  const children = node.children.flatMap((child) => nodesOf(child, depth + 1))
  return [{ tag: node.name, attributes: node.attribs, children }]
}

function textUnder(top: Parsed): string {
  const texts: string[] = []
  const left = [top]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'text') texts.push(node.data)
    else if (node.type === 'tag') left.push(...node.children.toReversed())
  }
  return texts.join('')
}
