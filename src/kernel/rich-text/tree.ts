/** What a reader of HTML makes of it: texts, and elements in small letters. Comments are not kept. */
export type Node = string | Element
export type Element = { tag: string; attributes: Readonly<Record<string, string>>; children: Node[] }

/** Deeper than this, only the text is read: nobody writes so, and nothing here may run out of stack. */
export const DEEPEST = 100

export const element = (tag: string, children: Node[], attributes: Element['attributes'] = {}): Element => ({
  tag,
  attributes,
  children,
})

export const isElement = (node: Node | undefined): node is Element => typeof node === 'object'

export const textIn = (nodes: readonly Node[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : textIn(node.children))).join('')

const VOID = new Set(['br', 'hr', 'img'])
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? '')
export const escapeAttribute = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')

/** One way to write each tree, which is the way that is stored. */
export function toHtml(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === 'string' ? escapeText(node) : elementHtml(node))).join('')
}

function elementHtml({ tag, attributes, children }: Element): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
  const start = `<${tag}${written.join('')}`
  return VOID.has(tag) ? `${start} />` : `${start}>${toHtml(children)}</${tag}>`
}
