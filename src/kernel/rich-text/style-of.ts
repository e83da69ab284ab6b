import type { Dropped, Loss } from './dropped.ts'
import type { Element } from './tree.ts'

/** The declarations of a `style` attribute, names in small letters; Word's own (`mso-list`) among them. */
export function styleOf({ attributes }: Element): Readonly<Record<string, string>> {
  const style: Record<string, string> = {}
  for (const declaration of (attributes.style ?? '').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0) style[declaration.slice(0, colon).trim().toLowerCase()] = declaration.slice(colon + 1).trim()
  }
  return style
}

export type Weight = boolean | undefined

/** Bold, not bold, or nothing said. */
export function boldOf(style: Readonly<Record<string, string>>): Weight {
  const weight = style['font-weight']
  if (weight === undefined) return undefined
  return /^(?:bold|bolder|[6-9]\d\d)/.test(weight)
}

export function italicOf(style: Readonly<Record<string, string>>): Weight {
  const slant = style['font-style']
  return slant === undefined ? undefined : /^(?:italic|oblique)/.test(slant)
}

const PLAIN_COLOUR =
  /^(?:black|windowtext|auto|inherit|initial|transparent|none|white|#0{3,6}|#f{3}(?:f{3})?|rgba?\((?:0, ?0, ?0|255, ?255, ?255)\b.*\)|rgba\(.*, ?0\))/i

const isColour = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && !PLAIN_COLOUR.test(value)

/** Says what the looks of an element lose. */
export function noteLooks(
  { tag, attributes }: Element,
  style: Readonly<Record<string, string>>,
  dropped: Dropped,
): void {
  const { color, background } = style
  const lost: [boolean, Loss][] = [
    [[color, background, style['background-color'], attributes.color, attributes.bgcolor].some(isColour), 'colour'],
    [[style['font-family'], style['font-size'], style.font, attributes.face, attributes.size].some(Boolean), 'font'],
    [
      /center|right|justify/.test(style['text-align'] ?? attributes.align ?? (tag === 'center' ? tag : '')),
      'alignment',
    ],
    [(tag === 'u' || /underline/.test(style['text-decoration'] ?? '')) && tag !== 'a', 'underline'],
    [/^(?:s|strike)$/.test(tag) || /line-through/.test(style['text-decoration'] ?? ''), 'strike'],
    [Object.keys(attributes).some((name) => name.startsWith('on')), 'code'],
  ]
  for (const [isLost, loss] of lost) if (isLost) dropped.add(loss)
}
