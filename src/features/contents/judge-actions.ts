import type { Actor } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { mayJudgeContent, partIn } from './access.ts'
import { type KindOfContent, type Kinds, kindOf } from './kinds.ts'
import { openTransitions, PROPOSAL_TRANSITIONS, type Transition, type Verb } from './moderation.ts'
import { MAIL_OF_VERB, tellIn } from './moderation-mail-actions.ts'
import { type ContentHeading, findContent } from './queries.ts'
import { applyIn, keepPresentIn } from './revision-actions.ts'
import { findSnapshot, findStanding, type RevisionHeading } from './revision-queries.ts'
import * as store from './revision-store.ts'
import { decideEnd, type EndRefusal, NOTHING_UNDER_WAY } from './under-way.ts'

export type Act = {
  kinds: Kinds
  contentId: number
  verb: Verb
  /** The text that was read before acting; 0 for a sheet whose text never changed here. */
  revision: number
  /** What the content was at: any act or save since then is told rather than overruled. */
  version: number
  /** How many people it was agreed to tell that what they registered for is cancelled. */
  confirmed: number
  /** Why: asked by the verbs that send someone's text back. */
  reason: string
  actor: Actor
  now: Instant
}

export type ActVerdict =
  | { kind: 'done'; id: number; slug: string; title: string; contentKind: KindOfContent['kind'] }
  /** A newer text came meanwhile: nothing was decided (F12). */
  | { kind: 'conflict' }
  /** Somebody else decided meanwhile. */
  | Refused<'not-open'>
  | Refused<'reason-missing'>
  | Refused<EndRefusal>
  /** The change takes the content where its judge decides nothing. */
  | Refused<'out-of-territory'>
  | Refused<'unknown'>

/** Publishes, sends back, refuses, takes offline, bins or restores a content, as the table of moderation.ts allows. */
export async function actOnContentIn(tx: Tx, act: Act): Promise<ActVerdict> {
  const locked = await store.lockContent(tx, act.contentId)
  if (locked === undefined) return refused('unknown')
  const content = await findContent(tx, locked.id, locked.kind)
  if (content === undefined) return refused('unknown')
  const part = partIn(content, act.actor)
  if (!part.isAuthor && !part.isJudge) return refused('unknown')
  const { current, proposal } = await findStanding(tx, locked.id)
  const isPending = content.state === 'published' && proposal?.state === 'pending'
  const newest = isPending ? [proposal.id, current?.id ?? 0] : [current?.id ?? 0]
  if (!newest.includes(act.revision)) return { kind: 'conflict' }
  if (locked.version !== act.version) return refused('not-open')
  const onProposal = PROPOSAL_TRANSITIONS.find(({ from, verb }) => proposal?.state === from && verb === act.verb)
  if (content.state === 'published' && proposal !== undefined && onProposal !== undefined) {
    if (!part.isJudge) return refused('not-open')
    return judgeProposalIn(tx, act, { content, proposal, transition: onProposal, version: locked.version })
  }
  const transition = openTransitions(locked.kind, content.state, part).find(({ verb }) => verb === act.verb)
  if (transition === undefined) return refused('not-open')
  return moveIn(tx, act, { content, transition })
}

async function moveIn(
  tx: Tx,
  act: Act,
  { content, transition }: { content: ContentHeading; transition: Transition },
): Promise<ActVerdict> {
  if (transition.reason && act.reason === '') return refused('reason-missing')
  const { contentId: id, now } = act
  const kind = kindOf(act.kinds, content.kind as KindOfContent['kind'])
  const underWay = (await kind.underWay?.find(tx, id, now)) ?? NOTHING_UNDER_WAY
  const end = decideEnd({ ...act, state: content.state, underWay })
  if (end === 'dates-to-come' || end === 'people-to-tell') return refused(end)
  const reason = transition.reason && act.reason !== '' ? act.reason : null
  await keepPresentIn(tx, kind, id, now)
  if (end === 'ends') await kind.underWay?.end(tx, id, { actorId: act.actor.id, now })
  await store.updateState(tx, id, { state: transition.to, reason, now })
  await store.nextVersion(tx, id)
  const judgement = await noteIn(tx, act, { revision: act.revision, reason })
  await tellOfIn(tx, act, { judgement, mail: transition.mail })
  const data = await findSnapshot(tx, kind, id)
  await dropPages(tx, [`content:${id}`, ...(data === undefined ? [] : kind.tags(data))])
  return done(content)
}

type OnProposal = {
  content: ContentHeading
  proposal: RevisionHeading
  transition: (typeof PROPOSAL_TRANSITIONS)[number]
  version: number
}

async function judgeProposalIn(tx: Tx, act: Act, on: OnProposal): Promise<ActVerdict> {
  const { content, proposal, transition, version } = on
  if (proposal.id !== act.revision) return { kind: 'conflict' }
  if (transition.reason && act.reason === '') return refused('reason-missing')
  const { contentId: id, actor, now } = act
  const reason = transition.reason ? act.reason : null
  let { slug } = content
  if (transition.to === 'current') {
    const { departements } = proposal.data.content
    if (!mayJudgeContent({ ...content, departements }, actor)) return refused('out-of-territory')
    const kind = kindOf(act.kinds, content.kind as KindOfContent['kind'])
    const before = await keepPresentIn(tx, kind, id, now)
    await store.replaceRevisions(tx, id, ['current'])
    const { data } = proposal
    const applied = await applyIn(tx, kind, { id, version, state: 'published', data, before, now, actorId: actor.id })
    slug = applied?.slug ?? slug
  } else {
    await store.nextVersion(tx, id)
  }
  await store.judgeRevision(tx, proposal.id, { state: transition.to, reason })
  const judgement = await noteIn(tx, act, { revision: proposal.id, reason })
  await tellOfIn(tx, act, { judgement, mail: 'authors' })
  return done({ ...content, slug, title: proposal.data.content.title })
}

const done = ({ id, slug, title, kind }: ContentHeading): ActVerdict => ({
  kind: 'done',
  id,
  slug,
  title,
  contentKind: kind as KindOfContent['kind'],
})

async function noteIn(tx: Tx, act: Act, on: { revision: number; reason: string | null }): Promise<number> {
  const { contentId, verb, actor, now } = act
  const { revision, reason } = on
  const details = { revision }
  await audit(tx, { actorId: actor.id, verb: `content-${verb}`, object: `content:${contentId}`, details, now })
  const revisionId = revision === 0 ? null : revision
  return store.insertJudgement(tx, { contentId, revisionId, verb, reason, personId: actor.id, at: now })
}

async function tellOfIn(tx: Tx, act: Act, told: { judgement: number; mail: Transition['mail'] }): Promise<void> {
  const kind = MAIL_OF_VERB[act.verb]
  if (kind === undefined || told.mail === undefined) return
  const cause = kind === 'content-submitted' ? act.revision : told.judgement
  await tellIn(tx, { kind, contentId: act.contentId, cause, now: act.now })
}
