import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import type { Parts } from '#platform/parts.ts'
import { type Once, once } from '#platform/submissions/once.ts'
import { mayJudgeAccount } from './access.ts'
import type { Actor } from './actor.ts'
import { addAffiliation, lockPending, saveJudgement } from './person-store.ts'
import type { GivenRole } from './rules.ts'
import type { Sent } from './sign-up-actions.ts'

export type Validated = { id: number; email: string; emailKey: string; role: GivenRole; structureId: number | null }

/** What upper features do when a professional is validated (authorisations that waited, authors…), in the same transaction. */
export type WhenAccountValidated = (tx: Tx, person: Validated, by: Actor, now: Instant) => Promise<void>

export type Judgement = { kind: 'validated'; role: GivenRole } | { kind: 'refused'; reason: string }

export type Judged = { kind: 'judged'; name: string } | Refused<'unknown'> | Refused<'already-judged'>

/**
 * Validates or refuses a professional (ACC-2). An account out of the judge's territory is as unknown; one that somebody else
 * judged meanwhile stays as it is.
 */
export function judgeAccount(
  parts: Parts,
  by: { actor: Actor; sent: Sent; announced: readonly WhenAccountValidated[] },
  id: number,
  judgement: Judgement,
): Promise<Once<Judged>> {
  const { actor, sent, announced } = by
  const { now } = sent.submission
  return once<Judged>(
    parts.database,
    sent.submission,
    async (tx) => {
      const person = await lockPending(tx, id)
      if (person?.state !== 'active' || person.professionalState === 'none' || !mayJudgeAccount(actor, person)) {
        return refused('unknown')
      }
      if (person.professionalState !== 'pending') return refused('already-judged')
      if (judgement.kind === 'validated') {
        const validated = { ...person, role: judgement.role }
        await validate(tx, validated, { actor, now })
        for (const announce of announced) await announce(tx, validated, actor, now)
      } else {
        const refusal = { professionalState: 'refused', refusalReason: judgement.reason } as const
        await saveJudgement(tx, id, { ...refusal, judgedBy: actor.id, judgedAt: now })
      }
      await tell(tx, { id, email: person.email, verb: `account-${judgement.kind}` }, { actor, now })
      return { kind: 'judged', name: person.name }
    },
    (judged) => (judged.kind === 'judged' ? sent.location : undefined),
  )
}

type Act = { actor: Actor; now: Instant }

async function validate(tx: Tx, person: Validated, { actor, now }: Act): Promise<void> {
  const { id, role, structureId } = person
  await saveJudgement(tx, id, { professionalState: 'validated', role, judgedBy: actor.id, judgedAt: now })
  if (structureId !== null) await addAffiliation(tx, id, structureId, now)
}

type Told = { id: number; email: string; verb: string }

async function tell(tx: Tx, { id, email, verb }: Told, { actor, now }: Act): Promise<void> {
  await audit(tx, { actorId: actor.id, verb, object: `person:${id}`, now })
  await sendMail(tx, { cause: `${verb}:${id}`, kind: verb, recipient: email, personId: id, about: { person: id }, now })
}
