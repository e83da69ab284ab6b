import { slugOf } from '#kernel/slug'

export type Anchor = { id: string; title: string; level: 2 | 3 }

const HEADING = /<(h[23])>(.*?)<\/\1>/gs

/** Gives each heading of a cleaned text an id that a link can name, and the list of them. A plain text has none. */
export function withAnchors(html: string): { html: string; anchors: Anchor[] } {
  const anchors: Anchor[] = []
  const taken = new Set<string>()
  const marked = html.replace(HEADING, (whole, tag: string, inside: string) => {
    const title = wordsOf(inside)
    if (title === '') return whole
    const id = freeId(anchorOf(title), taken)
    anchors.push({ id, title, level: tag === 'h2' ? 2 : 3 })
    return `<${tag} id="${id}">${inside}</${tag}>`
  })
  return { html: marked, anchors }
}

/** « Étude de marché » → `texte-etude-de-marche`: apart from every id of the page. */
const anchorOf = (title: string): string => `texte-${slugOf(title) || 'partie'}`

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let rank = 2; taken.has(id); rank++) id = `${wanted}-${rank}`
  taken.add(id)
  return id
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => SIGNS[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()

const MOST_LINES = 14

/** What a summary shows: the great parts, with their own when all fit; nothing for a short text. */
export function contentsOf(anchors: readonly Anchor[]): Anchor[] {
  const great = anchors.filter(({ level }) => level === 2)
  if (anchors.length < 3) return []
  return great.length > 1 && anchors.length > MOST_LINES ? great : [...anchors]
}
