// How a record of service-public.fr (DILA) becomes an article, and the glossary one article. Pure: links are asked for.
import { fold } from '#kernel/fold'

export const SOURCE = 'service-public'
export const GLOSSARY_ID = 'glossaire'

/** An article to be: `html` is not cleaned yet, and its links are still those of the source (`#F11677`). */
export type ReadText = {
  sourceId: string
  sourceDate: string
  sourceUrl: string
  title: string
  summary: string
  subtitle: string
  html: string
}

export type Values = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const listOf = (value: unknown): Values[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object') : []

/** French apostrophes, in what is not a tag. */
const curled = (html: string): string => html.replace(/(<[^>]*>)|'/g, (_, tag?: string) => tag ?? '’')

const clean = (typed: string): string => curled(typed.replaceAll('1^er', '1er').replace(/\s+/g, ' '))

const escaped = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The article of a record, or what is wrong with it. */
export function readArticleLine(values: Values): ReadText | { fault: string } {
  const [sourceId, title, html, day] = [values.id, values.titre, values.html, values.date_maj].map(text)
  if (!sourceId || !/^[A-Z]\d+$/.test(sourceId))
    return { fault: 'le champ « id » manque, ou n’est pas celui d’une fiche' }
  if (!title || !html) return { fault: 'le titre ou le texte manque' }
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return { fault: 'la date de mise à jour manque' }
  const theme = [text(values.sous_theme), text(values.dossier)].filter(Boolean).join(' › ')
  return {
    sourceId,
    sourceDate: day,
    sourceUrl: text(values.url),
    title: clean(title),
    summary: clean(text(values.resume)),
    subtitle: clean(theme),
    html:
      curled(notesAsQuotes(withoutLead(html, text(values.resume)))) +
      seeAlso(values) +
      onlineServices(values) +
      offices(values) +
      terms(values),
  }
}

/** Many sheets begin by their own summary, which the page shows above the text already. */
function withoutLead(html: string, summary: string): string {
  const [whole = '', first = ''] = /^\s*<p>(.*?)<\/p>/s.exec(html) ?? []
  const words = first.replace(/<[^>]*>/g, '')
  return summary !== '' && fold(words) === fold(summary.replaceAll('1^er', '1er')) ? html.slice(whole.length) : html
}

/** « Attention », « À savoir », « À noter »: a box in the source, a quotation here. */
const notesAsQuotes = (html: string): string =>
  html.replace(/<aside\b[^>]*>/g, '<blockquote>').replaceAll('</aside>', '</blockquote>')

const section = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<h2>${title}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

const link = (href: string, words: string) => `<a href="${escaped(href)}">${escaped(clean(words))}</a>`

/** Only the sheets that are here: `see:F123` is asked for, and left out when it is not. */
const seeAlso = ({ voir_aussi }: Values): string =>
  section(
    'Voir aussi',
    (Array.isArray(voir_aussi) ? voir_aussi : [])
      .filter((id) => typeof id === 'string')
      .map((id) => `<a href="see:${escaped(id)}"></a>`),
  )

const onlineServices = ({ services_en_ligne }: Values): string =>
  section(
    'Services en ligne et formulaires',
    listOf(services_en_ligne).map((one) => {
      const words = text(one.titre)
      const href = text(one.url)
      return `${href === '' ? escaped(clean(words)) : link(href, words)} (${text(one.type).toLowerCase()})`
    }),
  )

const offices = ({ ou_s_adresser }: Values): string =>
  section(
    'Où s’adresser ?',
    listOf(ou_s_adresser).map((one) =>
      [text(one.titre), text(one.complement)].filter(Boolean).map(clean).map(escaped).join(' : '),
    ),
  )

/** `term:Acre` is the place of a word in the glossary. */
const terms = ({ definitions }: Values): string =>
  section(
    'Les mots de cet article',
    listOf(definitions).map(({ terme, definition }) => {
      const [word, meaning] = [text(terme), text(definition)]
      return `<a href="term:${escaped(word)}">${escaped(clean(word))}</a> : ${escaped(clean(meaning))}`
    }),
  )

export type Links = {
  /** The address and the title of a sheet that is here. */
  articleOf(sourceId: string): { href: string; title: string } | undefined
  /** The place of a word in the glossary, when it is there. */
  termOf(word: string): string | undefined
  /** Where the source keeps the sheet of that number. */
  elsewhere(sourceId: string): string
}

/** Every link of the source made one of ours when its sheet is here, else one to the source. */
export function withLinks(html: string, links: Links): string {
  return html
    .replace(/<li><a href="see:([^"]*)"><\/a><\/li>/g, (_, id: string) => {
      const found = links.articleOf(id)
      return found === undefined ? '' : `<li><a href="${escaped(found.href)}">${escaped(found.title)}</a></li>`
    })
    .replace(/<h2>[^<]*<\/h2><ul><\/ul>/g, '')
    .replace(/<a href="#([A-Z]\d+)">(.*?)<\/a>/gs, (_, id: string, words: string) => {
      const term = id.startsWith('R') ? links.termOf(words) : undefined
      const href = links.articleOf(id)?.href ?? term ?? links.elsewhere(id)
      return `<a href="${escaped(href)}">${words}</a>`
    })
    .replace(/<a href="term:[^"]*">(.*?)<\/a>/g, (_, words: string) => {
      const href = links.termOf(words)
      return href === undefined ? `<strong>${words}</strong>` : `<a href="${escaped(href)}">${words}</a>`
    })
}

export type Term = { word: string; meaning: string }

export function readTermLine(values: Values): Term | { fault: string } {
  const [word, meaning] = [clean(text(values.terme)), clean(text(values.definition))]
  return word === '' || meaning === '' ? { fault: 'le terme ou sa définition manque' } : { word, meaning }
}

/** The glossary: a heading for each letter, then for each word, which links name. */
export function glossaryOf(terms: readonly Term[]): ReadText {
  const sorted = [...terms].sort((a, b) => fold(a.word).localeCompare(fold(b.word), 'fr'))
  const letters = Map.groupBy(sorted, ({ word }) => fold(word).charAt(0).toUpperCase())
  const html = [...letters].map(([letter, all]) => {
    const words = all.map(({ word, meaning }) => `<h3>${escaped(word)}</h3><p>${escaped(meaning)}</p>`)
    return `<h2>${letter}</h2>${words.join('')}`
  })
  return {
    sourceId: GLOSSARY_ID,
    sourceDate: '2020-11-30',
    sourceUrl: 'https://www.service-public.fr/professionnels-entreprises',
    title: 'Glossaire de la création d’entreprise',
    summary: `${terms.length} mots et sigles que l’on croise en créant son entreprise, expliqués en une phrase.`,
    subtitle: '',
    html: html.join(''),
  }
}
