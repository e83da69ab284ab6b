// A whole text in words, in the order of the form: what the history and judges compare.
import { readersText } from '#features/files/readers.ts'
import { sectorText } from '#features/territory/sectors.ts'
import type { FieldText, FileOfContent, KindOfContent, RevisionData } from './kinds.ts'

/** Names of codes; an unknown code is shown as it is. */
export type Words = {
  departements: ReadonlyMap<string, string>
  files: ReadonlyMap<number, string>
}

const NO_WORDS: Words = { departements: new Map(), files: new Map() }

const named = <Key extends string | number>(names: ReadonlyMap<Key, string>, keys: readonly Key[]): string =>
  keys.map((key) => names.get(key) ?? String(key)).join(', ')

/** Every field with its text, empty ones included. */
export function fieldsOf(kind: KindOfContent, { content, own }: RevisionData, words: Words): FieldText[] {
  const filesOf = (role: string) => content.files.filter((file) => file.role === role).map(({ fileId }) => fileId)
  return [
    ['Titre', content.title],
    ['Image', named(words.files, filesOf('image'))],
    ['Présentation synthétique', content.summary],
    ['Présentation complète', plainText(content)],
    ...kind.fields(own),
    ['Fichiers attachés', named(words.files, [...filesOf('attached'), ...filesOf('media')])],
    ['Ce qui est dit des fichiers', saidOf(content.files, words)],
    ['Départements', named(words.departements, content.departements)],
    ['Secteurs d’activité', content.sectors.map(sectorText).join(', ')],
    ['Accès', content.access === 'public' ? 'Public' : 'Réservé aux professionnels'],
  ]
}

/** A line a file. Without the names of files nothing: what was said of one elsewhere is no change of this text. */
function saidOf(files: readonly FileOfContent[], words: Words): string {
  const lines = files.map(({ fileId, said }) => {
    const name = words.files.get(fileId)
    if (name === undefined || said === undefined) return ''
    const { alternative, description, departements, sectors } = said
    const about = [named(words.departements, departements), sectors.map(sectorText).join(', ')]
    return [`${name} : ${readersText(said)}`, alternative, description, ...about].filter(Boolean).join(' ; ')
  })
  return lines.filter(Boolean).join('\n')
}

/** Whether two texts say the same, in everything that a form holds. */
export const isSameText = (kind: KindOfContent, one: RevisionData, other: RevisionData): boolean =>
  JSON.stringify([fieldsOf(kind, one, NO_WORDS), one.content.structureId]) ===
  JSON.stringify([fieldsOf(kind, other, NO_WORDS), other.content.structureId])

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

/** The words of a presentation: a line per paragraph, links and images with where they lead. */
function plainText(content: { presentation: string; presentationFormat: 'plain' | 'html' }): string {
  if (content.presentationFormat === 'plain') return content.presentation
  return content.presentation
    .replace(/<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"[^>]*>/g, ' [$1] ')
    .replace(/<li[^>]*>/g, '\n• ')
    .replace(/<(?:br|hr)[^>]*>|<\/(?:p|h[1-6]|ul|ol|blockquote|tr|table|figure)>/g, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
}
