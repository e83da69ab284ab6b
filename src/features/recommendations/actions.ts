import type { Actor } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import { notify } from '#features/notifications/actions.ts'
import { addressHash, letStrangerBeWritten } from '#features/notifications/stranger-actions.ts'
import type { EmailAddress } from '#kernel/email-address'
import { daysLater, type Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { findAccount, wasSent } from './queries.ts'
import { ADDRESS_KEPT_DAYS, KEPT_DAYS, MOST_MAILS_TO_ACCOUNT, SAME_AFTER_DAYS } from './rules.ts'
import { claimFor, deleteOld, forgetAddresses, insertRecommendation, lockSame } from './store.ts'

export type ToRecommend = { contentId: number; email: EmailAddress; word: string; sender: Actor }

export type Recommending = { kind: 'sent' } | Refused<'same' | 'own'>

/**
 * Recommends a content to an address (REC-1). The answer is the same whether an account has it, it wants no more mails, or had
 * too many today; only what the asker did himself is told: the same content to the same address within a week.
 */
export function recommend(
  { database, settings }: Pick<Parts, 'database' | 'settings'>,
  { contentId, email, word, sender }: ToRecommend,
  sent: { submission: Submission; location: string },
): Promise<Once<Recommending>> {
  const { now } = sent.submission
  return once<Recommending>(
    database,
    sent.submission,
    async (tx) => {
      const emailHash = addressHash(settings.SECRET, email.key)
      const account = await findAccount(tx, email.key)
      if (account?.id === sender.id) return refused('own')
      await lockSame(tx, { contentId, emailHash })
      const earlier = await wasSent(tx, { senderId: sender.id, contentId, emailHash }, daysLater(now, -SAME_AFTER_DAYS))
      if (earlier.own) return refused('same')
      const id = await insertRecommendation(tx, {
        ...{ contentId, senderId: sender.id, emailHash, word, createdAt: now },
        ...{ email: email.address, emailKey: email.key, personId: account?.id ?? null },
      })
      await audit(tx, { actorId: sender.id, verb: 'recommended', object: `content:${contentId}`, now })
      if (!earlier.any) await tell(tx, { id, account, email, emailHash, secret: settings.SECRET }, now)
      return { kind: 'sent' }
    },
    (verdict) => (verdict.kind === 'sent' ? sent.location : undefined),
  )
}

type Told = {
  id: number
  account: { id: number; email: string } | undefined
  email: EmailAddress
  emailHash: string
  secret: string
}

const TO_ACCOUNT = { tries: MOST_MAILS_TO_ACCOUNT, seconds: 86_400 }

/** As many statements with an account as without: how long it takes tells nothing either. */
async function tell(tx: Tx, { id, account, email, emailHash, secret }: Told, now: Instant): Promise<void> {
  const mail = { cause: `recommended:${id}`, about: { recommendation: id }, now }
  if (account !== undefined) {
    const { allowed } = await countTry(tx, `recommended:${emailHash}`, TO_ACCOUNT, now)
    if (allowed) await notify(tx, [{ ...mail, kind: 'recommended', topic: 'recommendations', person: account }])
  } else if ((await letStrangerBeWritten(tx, { emailKey: email.key, secret, now })) === 'yes') {
    await sendMail(tx, { ...mail, kind: 'recommended', recipient: email.address })
  }
}

/** What was recommended to an address waits for its account. */
export const claimRecommendations = (tx: Tx, person: { id: number; emailKey: string }): Promise<void> =>
  claimFor(tx, person)

/** Addresses are forgotten after thirty days, recommendations after a year. */
export const forgetRecommendations = (database: Database, now: Instant): Promise<void> =>
  transact(database, async (tx) => {
    await forgetAddresses(tx, daysLater(now, -ADDRESS_KEPT_DAYS))
    await deleteOld(tx, daysLater(now, -KEPT_DAYS))
  })
