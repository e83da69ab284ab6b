import type { Actor } from '#features/accounts/actor.ts'
import { affiliateIn, disaffiliateIn } from '#features/accounts/affiliation-actions.ts'
import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { findActive, titlesOf } from './author-queries.ts'
import { addAuthor, removeAuthor } from './author-store.ts'
import type { ContentKind } from './kinds.ts'

export type Naming = {
  content: { id: number; kind: ContentKind }
  personId: number
  actorId: number
  now: Instant
}

/** Makes a person an author of a content, and a member of it when it is a structure (STR-2). Told by mail, unless it is oneself. */
export async function nameAuthorIn(tx: Tx, naming: Naming, mail: 'author-named' | 'none' = 'author-named') {
  const { content, personId, actorId, now } = naming
  const isNew = await addAuthor(tx, content.id, personId, now)
  if (content.kind === 'structure') await affiliateIn(tx, personId, content.id, now)
  if (!isNew) return false
  const details = { person: personId }
  await audit(tx, { actorId, verb: 'author-named', object: `content:${content.id}`, details, now })
  const person = mail === 'none' || personId === actorId ? undefined : await findActive(tx, personId)
  if (person !== undefined && mail !== 'none') {
    const about = { content: content.id, person: personId }
    const cause = `${mail}:${content.id}:${now.epochMilliseconds}`
    await sendMail(tx, { cause, kind: mail, recipient: person.email, personId, about, now })
  }
  await dropPages(tx, [`content:${content.id}`])
  return true
}

/** Takes an author away; from a structure, its membership too. */
export async function dismissAuthorIn(tx: Tx, naming: Naming): Promise<boolean> {
  const { content, personId, actorId, now } = naming
  const wasAuthor = await removeAuthor(tx, content.id, personId)
  if (!wasAuthor) return false
  if (content.kind === 'structure') await disaffiliateIn(tx, personId, content.id)
  const details = { person: personId }
  await audit(tx, { actorId, verb: 'author-dismissed', object: `content:${content.id}`, details, now })
  await dropPages(tx, [`content:${content.id}`])
  return true
}

export const MANNERS = ['ajouter', 'retirer'] as const
export type Manner = (typeof MANNERS)[number]

/** ADM-2: names or dismisses one author of many contents, in one transaction and one mail. Returns how many changed. */
export async function changeAuthorsIn(
  tx: Tx,
  change: { contentIds: readonly number[]; personId: number; manner: Manner; actor: Actor; now: Instant },
): Promise<number> {
  const { contentIds, personId, manner, actor, now } = change
  const contents = await titlesOf(tx, contentIds)
  const isAlone = contents.length === 1
  let changed = 0
  for (const content of contents) {
    const naming = { content, personId, actorId: actor.id, now }
    const name = () => nameAuthorIn(tx, naming, isAlone ? 'author-named' : 'none')
    if (manner === 'ajouter' ? await name() : await dismissAuthorIn(tx, naming)) changed++
  }
  if (manner === 'ajouter' && changed > 0 && !isAlone) await tellOfManyIn(tx, { personId, count: changed, now })
  return changed
}

async function tellOfManyIn(tx: Tx, { personId, count, now }: { personId: number; count: number; now: Instant }) {
  const person = await findActive(tx, personId)
  if (person === undefined) return
  const cause = `authors-named:${personId}:${now.epochMilliseconds}`
  const about = { person: personId, count }
  await sendMail(tx, { cause, kind: 'authors-named', recipient: person.email, personId, about, now })
}
