import { enumerate, formatNumber, plural } from '#kernel/french'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { COLUMN_TEXTS } from './column-texts.ts'
import { COLUMNS } from './list-extract.ts'
import type { PresenceCounts } from './presence-counts.ts'

/** « jeudi 26 novembre, 14 h – 16 h (annulée) » */
export function dateText(
  { startsAt, endsAt, cancelledAt }: { startsAt: Instant; endsAt: Instant | null; cancelledAt: Instant | null },
  now: Instant,
): string {
  return `${frenchRange(startsAt, endsAt ?? undefined, now)}${cancelledAt === null ? '' : ' (annulée)'}`
}

const PAGES_READ: Record<string, string> = {
  feuille: 'feuille d’émargement affichée',
  presences: 'présences affichées',
  formulaire: 'adresses affichées sous la liste',
}

type Noted = { verb: string; details: Readonly<Record<string, string | number>> }

/** What somebody did with a list, as the log has it: « exportée en CSV (nom, adresse e-mail), 12 lignes ». */
export function readingText({ verb, details }: Noted): string {
  const rows = plural(Number(details.rows ?? 0), 'ligne')
  if (verb === 'registrants-read') return `${PAGES_READ[String(details.page)] ?? 'liste affichée'}, ${rows}`
  const format = details.format === 'xlsx' ? '.xlsx' : 'CSV'
  const taken = String(details.columns ?? '').split(' ')
  const names = COLUMNS.filter((column) => taken.includes(column)).map((column) => COLUMN_TEXTS[column].toLowerCase())
  const columns = names.length === COLUMNS.length || names.length === 0 ? 'toutes les colonnes' : enumerate(names)
  return `liste exportée en ${format} (${columns}), ${rows}`
}

export const REMOVAL_TEXTS = {
  unknown: 'Cette personne n’est pas sur cette liste.',
  'not-registered': 'Cette inscription était déjà annulée : rien n’a changé.',
  'date-begun': 'Cette date a commencé : notez plutôt son absence.',
} as const

export const MARKING_TEXTS = {
  'no-list': 'Cette date n’a plus de liste d’inscription.',
  'too-early': 'Les présences se notent à partir de deux heures avant le début, et pour une date qui a lieu.',
} as const

/** « 8 présents, 2 absents, 5 à noter » */
export function countsText({ present, absent, unmarked }: PresenceCounts): string {
  return [plural(present, 'présent'), plural(absent, 'absent'), `${formatNumber(unmarked)} à noter`].join(', ')
}
