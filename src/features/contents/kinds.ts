// What each kind of content hands to the history, to moderation and to lists of all kinds.
import type { SQL } from 'drizzle-orm'
import type { Role } from '#features/accounts/actor.ts'
import type { FileWords } from '#features/files/shown-file.ts'
import type { Instant } from '#kernel/time'
import type { Reader, Tx } from '#platform/database/database.ts'

export type ContentKind = 'structure' | 'service' | 'article' | 'resource' | 'event' | 'page'

/** `said` is true of the file once this text is the content’s; a text of before files had words has none. */
export type FileOfContent = { fileId: number; role: 'image' | 'attached' | 'media'; said?: FileWords }

/** What every kind's form holds. */
export type ContentData = {
  title: string
  summary: string
  presentation: string
  presentationFormat: 'plain' | 'html'
  access: 'public' | 'pro'
  /** Of a private resource: the roles that read it; absent or null elsewhere. */
  readers?: Role[] | null
  departements: string[]
  sectors: string[]
  files: FileOfContent[]
  /** The structure that publishes it; a structure is its own, and says null when it is new. */
  structureId: number | null
}

/** A whole text: what the form of a content holds. `own` is what its kind adds, as JSON. */
export type RevisionData<Own extends object = object> = { content: ContentData; own: Own }

export type Applied = {
  isNew: boolean
  now: Instant
  actorId: number | null
  /** What the content held until now; undefined for a new one. */
  before: RevisionData | undefined
}

/** A line of a text as people read it, and as the difference compares it. */
export type FieldText = readonly [label: string, text: string]

/** One of `#addresses` whose only parameter is the item. */
export type ItemAddress = {
  (params: { item: string }, query?: Record<string, string | number | undefined>): string
  path: string
}

/** Dates to come, and the people who stand on them. */
export type UnderWay = { dates: number; people: number }

/** The tags of pages and the texts of one kind; `own` is read and written by it alone. */
export type KindOfContent<Own extends object = object> = {
  kind: ContentKind
  /** Makes the kind's own tables hold this text. The row of `contents` is locked and written already. */
  apply(tx: Tx, contentId: number, data: RevisionData<Own>, applied: Applied): Promise<void>
  /** The kind's own part of the present text, as one column beside those of `contents`: see `ownColumn`. */
  own: SQL<Own | null>
  /** The kind's own fields in words, in the order of the form; without those of every kind. */
  fields(own: Own): FieldText[]
  /** The cached pages that show this content beside its own (`content:12` is dropped anyway). */
  tags(data: RevisionData<Own>): string[]
  address: { one: ItemAddress; edit: ItemAddress; history: ItemAddress }
  /** Sides of its own beside « Voir », « Modifier » and « Historique ». */
  tabs?(item: string): { href: string; text: string }[]
  /** What ends when it is taken offline, of a kind that has dates. */
  underWay?: {
    find(reader: Reader, contentId: number, now: Instant): Promise<UnderWay>
    /** Cancels it and tells the people, the content being locked. */
    end(tx: Tx, contentId: number, by: { actorId: number; now: Instant }): Promise<void>
  }
  /** Said beside « Revenir à cette version », of a kind whose text is not all that its form holds. */
  revertNote?: string
}

/** The kinds of the site, as app.ts hands them over. */
export type Kinds = readonly KindOfContent[]

export function kindOf(kinds: Kinds, kind: ContentKind): KindOfContent {
  const found = kinds.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`kind ${kind} was not handed over`)
  return found
}
