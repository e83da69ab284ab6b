import { audit } from '#features/audit/actions.ts'
import { hours, type Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { findOwnerOf } from './queries.ts'
import { insertOpening } from './store.ts'

/** How long an administrator reads. */
const GLASS_HOURS = 1

export type Breaking = { projectId: number; administratorId: number; reason: string; now: Instant }

/**
 * « Bris de glace » (N9): opens a project to one administrator, for an hour, to read. Logged, told to its creator by a mail that
 * nobody can turn off, and shown in the journal of the project. False: no such project.
 */
export function breakGlass(
  database: Database,
  { projectId, administratorId, reason, now }: Breaking,
  sent: { submission: Submission; location: string },
): Promise<Once<boolean>> {
  return once(
    database,
    sent.submission,
    async (tx) => {
      const owner = await findOwnerOf(tx, projectId)
      if (owner === undefined) return false
      const endsAt = now.add(hours(GLASS_HOURS))
      const opening = await insertOpening(tx, { projectId, administratorId, reason, openedAt: now, endsAt })
      await audit(tx, { actorId: administratorId, verb: 'glass-broken', object: `project:${projectId}`, now })
      await sendMail(tx, {
        ...{ cause: `glass-broken:${opening}`, kind: 'glass-broken', about: { opening }, now },
        ...{ recipient: owner.email, personId: owner.id },
      })
      return true
    },
    (opened) => (opened ? sent.location : undefined),
  )
}
