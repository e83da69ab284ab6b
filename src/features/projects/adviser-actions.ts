import type { Actor } from '#features/accounts/actor.ts'
import type { Validated } from '#features/accounts/validation-actions.ts'
import { audit } from '#features/audit/actions.ts'
import { notify } from '#features/notifications/actions.ts'
import { addressHash, letStrangerBeWritten } from '#features/notifications/stranger-actions.ts'
import type { EmailAddress } from '#kernel/email-address'
import { daysLater, type Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { announce } from '#platform/live/announce.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { countCurrent, lockAccountOf } from './adviser-queries.ts'
import { activatePending, endAdviser, expirePending, forgetEnded, insertAdviser, markOpened } from './adviser-store.ts'
import type { OpenProject } from './queries.ts'
import { lockProject } from './store.ts'

/** Professionals authorised on one project at a time. */
const MOST_ADVISERS = 30
/** An invitation that no professional account answers is forgotten, and the address of an authorisation that ended. */
const PENDING_DAYS = 30

export type Authorising = {
  project: OpenProject
  email: EmailAddress
  /** Where the creator asked: the sheet, or « ? Demande d’aide » of a canvas. */
  from: 'sheet' | 'canvas'
}

export type Authorised = { kind: 'authorised' } | Refused<'own' | 'already' | 'too-many' | 'closed'>

/**
 * Authorises a professional by address (PRJ-2): at once when a professional account has it, once one does otherwise. The
 * answer and the list are the same in both cases; each gets one mail.
 */
export function authorise(
  { database, settings }: Pick<Parts, 'database' | 'settings'>,
  { project, email, from }: Authorising,
  sent: { submission: Submission; location: string },
): Promise<Once<Authorised>> {
  const { now } = sent.submission
  return once<Authorised>(
    database,
    sent.submission,
    async (tx) => {
      const account = await lockAccountOf(tx, email.key)
      const locked = await lockProject(tx, project.id)
      if (locked?.ownerId !== project.ownerId || locked.state !== 'active') return refused('closed')
      if (account?.id === project.ownerId) return refused('own')
      if ((await countCurrent(tx, project.id)) >= MOST_ADVISERS) return refused('too-many')
      const isActive = account !== undefined && account.role !== 'creator'
      const adviser = await insertAdviser(tx, {
        ...{ projectId: project.id, email: email.address, emailKey: email.key, askedFrom: from, invitedAt: now },
        ...(isActive ? { personId: account.id, state: 'active', activeAt: now } : { state: 'pending' }),
      })
      if (adviser === undefined) return refused('already')
      await audit(tx, { actorId: project.ownerId, verb: 'adviser-authorised', object: `project:${project.id}`, now })
      await tell(tx, { adviser, project: project.id, account, email, secret: settings.SECRET }, now)
      return { kind: 'authorised' }
    },
    (verdict) => (verdict.kind === 'authorised' ? sent.location : undefined),
  )
}

type Told = {
  adviser: number
  project: number
  account: { id: number; email: string } | undefined
  email: EmailAddress
  secret: string
}

/** Authorised and withdrawn again and again, an account is told of it three times a day (B24). */
const SAME_AGAIN = { tries: 3, seconds: 86_400 }

/** As many statements with an account as without: how long it takes tells nothing either. */
async function tell(tx: Tx, { adviser, project, account, email, secret }: Told, now: Instant): Promise<void> {
  const mail = { cause: `project-authorised:${adviser}`, about: { adviser }, now }
  if (account !== undefined) {
    const { allowed } = await countTry(tx, `authorised:${project}:${addressHash(secret, email.key)}`, SAME_AGAIN, now)
    if (allowed) await notify(tx, [{ ...mail, kind: 'project-authorised', topic: 'projects', person: account }])
  } else if ((await letStrangerBeWritten(tx, { emailKey: email.key, secret, now })) === 'yes') {
    await sendMail(tx, { ...mail, kind: 'project-invited', recipient: email.address })
  }
}

/** Takes an authorisation back: from the next request on, nothing of the project is his to read. */
export function withdraw(
  database: Database,
  project: Pick<OpenProject, 'id' | 'ownerId'>,
  adviserId: number,
  now: Instant,
): Promise<boolean> {
  return transact(database, async (tx) => {
    await lockProject(tx, project.id)
    const ended = await endAdviser(tx, { projectId: project.id, id: adviserId }, { state: 'withdrawn', now })
    if (ended === undefined) return false
    await audit(tx, { actorId: project.ownerId, verb: 'adviser-withdrawn', object: `project:${project.id}`, now })
    await announce(tx, `project:${project.id}`, 'advisers')
    if (ended.personId !== null) {
      const person = { id: ended.personId, email: ended.email }
      const cause = `project-withdrawn:${ended.id}`
      await notify(tx, [
        { cause, kind: 'project-withdrawn', topic: 'projects', person, about: { adviser: ended.id }, now },
      ])
    }
    return true
  })
}

/** A professional leaves a project by himself; its creator is told. */
export async function leaveIn(tx: Tx, project: OpenProject, by: Actor, now: Instant): Promise<void> {
  await lockProject(tx, project.id)
  const ended = await endAdviser(tx, { projectId: project.id, personId: by.id }, { state: 'left', now })
  if (ended === undefined) return
  await audit(tx, { actorId: by.id, verb: 'adviser-left', object: `project:${project.id}`, now })
  await announce(tx, `project:${project.id}`, 'advisers')
  const person = { id: project.ownerId, email: project.ownerEmail }
  const cause = `project-left:${ended.id}`
  await notify(tx, [{ cause, kind: 'project-left', topic: 'projects', person, about: { adviser: ended.id }, now }])
}

/** Authorisations that waited for this professional take effect with the validation of the account (PRJ-2). */
export async function activateAuthorisations(tx: Tx, person: Validated, _by: Actor, now: Instant): Promise<void> {
  const active = await activatePending(tx, person, now)
  await notify(
    tx,
    active.map(({ id }) => ({
      ...{ cause: `project-active:${id}`, kind: 'project-authorised', topic: 'projects' as const },
      ...{ person: { id: person.id, email: person.email }, about: { adviser: id, validated: 1 }, now },
    })),
  )
}

/** He opens the project: from the first time on its creator sees his name, and what others say after the last is new to him. */
export const noteOpening = (database: Database, projectId: number, personId: number, now: Instant): Promise<void> =>
  transact(database, (tx) => markOpened(tx, { projectId, personId }, now))

/** Forgets the invitations of thirty days ago, address included, and the addresses of those who have read no more since then. */
export const expireInvitations = (database: Database, now: Instant): Promise<void> =>
  transact(database, async (tx) => {
    const before = daysLater(now, -PENDING_DAYS)
    await expirePending(tx, before, now)
    await forgetEnded(tx, before)
  })
