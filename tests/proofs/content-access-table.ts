// Who reads what, written from the manual, from contract.md and from section 2 of trust.md, never from the code that
// decides: state × access × person, for a page and for all that tells of it.

export const PEOPLE = [
  'anonymous',
  'suspended',
  'creator',
  'pending',
  'reader',
  'professional',
  'author',
  'colleague',
  'animator here',
  'animator elsewhere',
  'administrator',
] as const
export type Person = (typeof PEOPLE)[number]

/** `changed`: published, and a newer text waits. */
export const SITUATIONS = [
  'draft',
  'submitted',
  'to-correct',
  'published',
  'changed',
  'refused',
  'unpublished',
  'archived',
  'trashed',
] as const
export type Situation = (typeof SITUATIONS)[number]
/** Of what is published at once: nobody judges it before. */
export const AT_ONCE = ['draft', 'published', 'unpublished', 'archived', 'trashed'] as const satisfies Situation[]

export type Access = 'public' | 'pro'

/** `reserved`: the fixed page. `unknown`: the answer of a number that does not exist. */
export type Reading = 'reads' | 'reserved' | 'unknown'

const PROFESSIONALS = [
  'reader',
  'professional',
  'author',
  'colleague',
  'animator here',
  'animator elsewhere',
  'administrator',
] as const
/** Its author, those of its structure, the administrator. */
const KEEPERS = ['author', 'colleague', 'administrator'] as const
/** With the animator of its territory, once it was shown to him. */
const INSIDERS = [...KEEPERS, 'animator here'] as const
const BIN = ['author', 'administrator'] as const

type Row = { readers: readonly Person[]; others: Reading }
const only = (readers: readonly Person[], others: Reading = 'unknown'): Row => ({ readers, others })
const both = (row: Row): Record<Access, Row> => ({ public: row, pro: row })
const published: Record<Access, Row> = { public: only(PEOPLE), pro: only(PROFESSIONALS, 'reserved') }

const PAGES: Record<Situation, Record<Access, Row>> = {
  draft: both(only(KEEPERS)),
  submitted: both(only(INSIDERS)),
  'to-correct': both(only(INSIDERS)),
  published,
  changed: published,
  refused: both(only(INSIDERS)),
  unpublished: both(only(INSIDERS)),
  archived: both(only(INSIDERS)),
  trashed: both(only(BIN)),
}

export type Cell = { situation: Situation; access: Access; person: Person }

const isOut = ({ situation }: Pick<Cell, 'situation'>) => situation === 'published' || situation === 'changed'

/** The page of a content, and its files. */
function pageFor({ situation, access, person }: Cell): Reading {
  const { readers, others } = PAGES[situation][access]
  return readers.includes(person) ? 'reads' : others
}

/** The text that waits on a published content, with its files. */
export const readsNewText = ({ situation, person }: Cell): boolean =>
  situation === 'changed' && (INSIDERS as readonly Person[]).includes(person)

/** Lists, counts, blocks of other pages: what is published, to those who read it, and never because one wrote it. */
export const isListed = (cell: Cell): boolean => isOut(cell) && pageFor(cell) === 'reads'

/** Feeds are the same for everyone. */
export const isInFeed = (cell: Cell): boolean => isOut(cell) && cell.access === 'public'

/** The queues: everything for administrators; for an animator what was shown to him, of his territory. */
export const isJudged = ({ situation, person }: Cell): boolean =>
  person === 'administrator' || (person === 'animator here' && situation !== 'draft' && situation !== 'trashed')

/** What machines read in a page. */
export const hasJsonLd = (cell: Cell): boolean => isOut(cell) && cell.access === 'public' && !readsNewText(cell)

const SIGNED_OUT: readonly Person[] = ['anonymous', 'suspended']
const statusOf = { reads: 200, reserved: 403, unknown: 404 } as const

export const pageStatus = (cell: Cell): number => statusOf[pageFor(cell)]

/** The form: signed out one signs in, known or unknown alike; who reads but does not write is told so. */
export function formStatus(cell: Cell): number {
  if (SIGNED_OUT.includes(cell.person)) return 401
  if (cell.person === 'author' || cell.person === 'administrator') return 200
  return pageFor(cell) === 'unknown' ? 404 : 403
}

/** The history is read by those who write, and by the animator to whom it was shown. */
export function historyStatus(cell: Cell): number {
  const isJudge = cell.person === 'animator here' && pageFor(cell) === 'reads'
  return isJudge ? 200 : formStatus(cell)
}

/** A file: its own rule, and a page that shows it now. The private one of each content is for creators and professionals. */
export const FILE_ROLES = ['creator', 'professional'] as const
const OF_THOSE_ROLES: readonly Person[] = ['creator', 'pending', 'professional', 'author', 'colleague']

export function readsFile(cell: Cell, file: 'visible' | 'private' | 'waiting'): boolean {
  if (cell.person === 'author' && file !== 'private') return true
  if (file === 'waiting') return readsNewText(cell)
  const reads = pageFor(cell) === 'reads'
  return file === 'visible' ? reads : reads && OF_THOSE_ROLES.includes(cell.person)
}
