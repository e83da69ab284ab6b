import type { Actor } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { fieldsOf } from './fields.ts'
import type { KindOfContent, RevisionData } from './kinds.ts'
import type { SavedByOtherProps } from './pages/saved-by-other.tsx'
import { type EditedContent, findEdited, findLastSave } from './revision-queries.ts'
import { wordsOf } from './word-queries.ts'

export type Conflict = { content: EditedContent; texts: SavedByOtherProps }

/**
 * Somebody saved in between (R12): the content as it is now, and both texts in words. Undefined for a content that this
 * person edits no more.
 */
export async function conflictOf<Own extends object>(
  reader: Reader,
  kind: KindOfContent<Own>,
  asked: { id: number | undefined; actor: Actor; now: Instant },
  typed: RevisionData<Own>,
): Promise<Conflict | undefined> {
  const { id, actor, now } = asked
  const anyKind = kind as KindOfContent
  const content = id === undefined ? undefined : await findEdited(reader, anyKind, id, actor)
  if (content === undefined) return undefined
  const words = await wordsOf(reader, [...content.data.content.files, ...typed.content.files])
  const last = await findLastSave(reader, content.id)
  const texts = { saved: fieldsOf(anyKind, content.data, words), typed: fieldsOf(anyKind, typed, words), last, now }
  return { content, texts }
}
