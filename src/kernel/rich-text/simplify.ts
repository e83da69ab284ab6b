import type { Dropped, Loss } from './dropped.ts'
import { isOutside, isOwnImage, OUTSIDE_REL, safeLink } from './rules.ts'
import { boldOf, italicOf, noteLooks, styleOf } from './style-of.ts'
import { type Element, element, type Node } from './tree.ts'
import { itemOfParagraph, itemsOfWebList, reviewOf, titleLevel } from './word.ts'

/** Gone with all that they hold, and whether the author is told. */
const GONE: Readonly<Record<string, Loss | 'unsaid'>> = {
  ...{
    script: 'code',
    iframe: 'embedded',
    object: 'embedded',
    embed: 'embedded',
    video: 'embedded',
    audio: 'embedded',
  },
  ...{
    svg: 'embedded',
    math: 'embedded',
    canvas: 'embedded',
    frameset: 'embedded',
    frame: 'embedded',
    applet: 'embedded',
  },
  ...{ input: 'form', select: 'form', textarea: 'form', button: 'form', option: 'form' },
  ...{
    style: 'unsaid',
    head: 'unsaid',
    title: 'unsaid',
    meta: 'unsaid',
    link: 'unsaid',
    base: 'unsaid',
    xml: 'unsaid',
  },
  ...{
    template: 'unsaid',
    noscript: 'unsaid',
    noembed: 'unsaid',
    noframes: 'unsaid',
    xmp: 'unsaid',
    plaintext: 'unsaid',
  },
  ...{ col: 'unsaid', colgroup: 'unsaid', map: 'unsaid', area: 'unsaid', source: 'unsaid', track: 'unsaid' },
}

/** Kept for the sense of their place in the page; the rest of the cleaning looks at no attribute of theirs but spans. */
const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tfoot tr td th caption figure figcaption hr'.split(' '),
)
const CONTAINERS = new Set(
  'div section article main header footer aside nav center address pre dl dt dd details summary form fieldset legend body html'.split(
    ' ',
  ),
)

/** The same text with our elements only: looks become strong or em, Word's paragraphs become items, the rest is said lost. */
export function simplify(nodes: readonly Node[], dropped: Dropped): Node[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node] : simplifyElement(node, dropped)))
}

function simplifyElement(node: Element, dropped: Dropped): Node[] {
  const { tag } = node
  const loss = Object.hasOwn(GONE, tag) ? GONE[tag] : undefined
  const review = reviewOf(node)
  const lost = review ?? loss ?? (/^[vwm]:/.test(tag) ? 'unsaid' : undefined)
  if (lost !== undefined) {
    if (lost !== 'unsaid') dropped.add(lost)
    return []
  }
  const style = styleOf(node)
  noteLooks(node, style, dropped)
  if (tag === 'img') return image(node, dropped)
  if (tag === 'br') return [element('br', [])]
  if (tag === 'pre') return marked(style, simplify(withBreaks(node.children), dropped), 'div')
  if (BLOCKS.has(tag) || CONTAINERS.has(tag)) return block(node, dropped)
  return inline(node, style, dropped)
}

function image({ attributes }: Element, dropped: Dropped): Node[] {
  const { src = '', alt = '', width = '', height = '' } = attributes
  if (!isOwnImage(src)) {
    dropped.add('image')
    return []
  }
  const sizes = Object.entries({ width, height }).filter(([, size]) => /^[1-9]\d{0,3}$/.test(size))
  return [element('figure', [element('img', [], { src, alt, ...Object.fromEntries(sizes) })])]
}

function block(node: Element, dropped: Dropped): Node[] {
  const { tag, attributes } = node
  if (tag === 'ul' || tag === 'ol') {
    const items = itemsOfWebList(node)
    if (items !== undefined) return items.map((item) => ({ ...item, children: simplify(item.children, dropped) }))
  }
  const item = tag === 'p' ? itemOfParagraph(node) : undefined
  const children = simplify((item ?? node).children, dropped)
  if (item !== undefined) return [{ ...item, children }]
  const title = tag === 'p' ? titleLevel(node) : undefined
  if (title !== undefined) return [element(title, children)]
  const { colspan = '', rowspan = '' } = attributes
  if (tag === 'td' || tag === 'th') return [element(tag, children, { colspan, rowspan })]
  const style = styleOf(node)
  return marked(style, children, CONTAINERS.has(tag) ? 'div' : tag)
}

const STRONG = new Set(['b', 'strong'])
const EM = new Set(['i', 'em', 'cite', 'dfn', 'var'])
const RAISED: Record<string, string> = { 2: '²', 3: '³' }

function inline(node: Element, style: Readonly<Record<string, string>>, dropped: Dropped): Node[] {
  const { tag, attributes } = node
  const children = simplify(node.children, dropped)
  const [only] = children
  if (tag === 'sup' && children.length === 1 && typeof only === 'string') return [RAISED[only] ?? only]
  if (tag === 'a') return link(attributes.href, children, dropped)
  const strong = boldOf(style) ?? STRONG.has(tag)
  const em = italicOf(style) ?? EM.has(tag)
  const slanted = em ? [element('em', children)] : children
  return strong ? [element('strong', slanted)] : slanted
}

/** A block set in bold or italic as a whole has its words so. */
function marked(style: Readonly<Record<string, string>>, children: Node[], tag: string): Node[] {
  const slanted = italicOf(style) ? [element('em', children)] : children
  return [element(tag, boldOf(style) && !/^h\d$/.test(tag) ? [element('strong', slanted)] : slanted)]
}

function link(href: string | undefined, children: Node[], dropped: Dropped): Node[] {
  if (href === undefined || href.startsWith('#')) return children
  const safe = safeLink(href)
  if (safe !== undefined) {
    return [element('a', children, isOutside(safe) ? { href: safe, rel: OUTSIDE_REL } : { href: safe })]
  }
  dropped.add('link')
  return children
}

function withBreaks(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node !== 'string') return [{ ...node, children: withBreaks(node.children) }]
    return node.split(/\r\n?|\n/).flatMap((line, rank): Node[] => (rank === 0 ? [line] : [element('br', []), line]))
  })
}
