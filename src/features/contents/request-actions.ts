import { mayContribute } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import { notify } from '#features/notifications/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { isAuthor, mayJudgeContent, mayRead } from './access.ts'
import { nameAuthorIn } from './author-actions.ts'
import { findActive } from './author-queries.ts'
import { answerRequest, insertRequest, lockRequest } from './author-store.ts'
import { listJudgesOf } from './judge-queries.ts'
import { findContent } from './queries.ts'

export type Request = { contentId: number; actor: Actor; message: string; now: Instant }

export type RequestVerdict = { kind: 'asked' } | { kind: 'waiting' } | Refused<'unknown'> | Refused<'author'>

/** STR-2: « Je travaille ici : demander à gérer cette fiche ». Its judges are told. */
export async function askToManageIn(tx: Tx, { contentId, actor, message, now }: Request): Promise<RequestVerdict> {
  const content = await findContent(tx, contentId, 'structure')
  if (content === undefined || mayRead(content, actor) !== 'yes' || !mayContribute(actor)) return refused('unknown')
  if (isAuthor(content, actor)) return refused('author')
  const id = await insertRequest(tx, { contentId, personId: actor.id, message, createdAt: now })
  if (id === undefined) return { kind: 'waiting' }
  await audit(tx, { actorId: actor.id, verb: 'author-asked', object: `content:${contentId}`, now })
  const judges = await listJudgesOf(tx, content.departements)
  const notice = { cause: `author-request:${id}`, kind: 'author-request', topic: 'judging' as const, now }
  await notify(
    tx,
    judges.map((person) => ({ ...notice, person, about: { request: id, to: person.id } })),
  )
  return { kind: 'asked' }
}

export type Answer = { kind: 'accepted' } | { kind: 'refused'; reason: string }

export type AnswerVerdict = { kind: 'answered' } | Refused<'unknown'> | Refused<'answered-already'>

/** Accepts or refuses a request, by a judge of the structure's départements. */
export async function answerRequestIn(
  tx: Tx,
  asked: { request: number; answer: Answer; actor: Actor; now: Instant },
): Promise<AnswerVerdict> {
  const { request: id, answer, actor, now } = asked
  const request = await lockRequest(tx, id)
  const content = request === undefined ? undefined : await findContent(tx, request.contentId, 'structure')
  if (request === undefined || content === undefined || !mayJudgeContent(content, actor)) return refused('unknown')
  if (request.state !== 'pending') return refused('answered-already')
  const { contentId, personId } = request
  const reason = answer.kind === 'refused' ? answer.reason : null
  await answerRequest(tx, id, { state: answer.kind, reason, judgedBy: actor.id, judgedAt: now })
  const verb = `author-request-${answer.kind}`
  if (answer.kind === 'accepted') {
    const naming = { content: { id: contentId, kind: 'structure' as const }, personId, actorId: actor.id, now }
    await nameAuthorIn(tx, naming, 'none')
  }
  await audit(tx, { actorId: actor.id, verb, object: `content:${contentId}`, details: { person: personId }, now })
  const person = await findActive(tx, personId)
  if (person !== undefined) {
    const mail = { cause: `${verb}:${id}`, kind: verb, recipient: person.email, personId, about: { request: id }, now }
    await sendMail(tx, mail)
  }
  return { kind: 'answered' }
}
