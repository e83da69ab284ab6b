import { mayContribute } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import type { WhenAccountValidated } from '#features/accounts/validation-actions.ts'
import { audit } from '#features/audit/actions.ts'
import type { EmailAddress } from '#kernel/email-address'
import { readEmail } from '#kernel/email-address'
import { daysLater, type Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { derivedKey, hashOf, newKey } from '#platform/keys.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { mayEdit } from './access.ts'
import { nameAuthorIn } from './author-actions.ts'
import { findActive } from './author-queries.ts'
import {
  lockAccepted,
  lockInvitation,
  replaceInvitation,
  settleInvitation,
  withdrawInvitation,
} from './author-store.ts'
import { findContent } from './queries.ts'

const DAYS = 14

export const invitationKey = (secret: string, seed: string): string => derivedKey(secret, `invitation ${seed}`)

type Inviting = { contentId: number; email: EmailAddress; actor: Actor; secret: string; now: Instant }

/** STR-2: an author invites a colleague. The answer is the same whether the address has an account or not (B19). */
export async function inviteIn(tx: Tx, { contentId, email, actor, secret, now }: Inviting): Promise<void> {
  const seed = newKey()
  const id = await replaceInvitation(tx, {
    contentId,
    email: email.address,
    emailKey: email.key,
    invitedBy: actor.id,
    seed,
    keyHash: hashOf(invitationKey(secret, seed)),
    createdAt: now,
    expiresAt: daysLater(now, DAYS),
  })
  await audit(tx, { actorId: actor.id, verb: 'author-invited', object: `content:${contentId}`, now })
  const cause = `author-invited:${id}`
  await sendMail(tx, { cause, kind: 'author-invited', recipient: email.address, about: { invitation: id }, now })
}

export type Acceptance =
  /** He is an author now. */
  | { kind: 'joined'; contentId: number }
  /** He will be one as soon as his professional account is validated. */
  | { kind: 'accepted'; signedIn: boolean }
  | Refused<'stale'>
  | Refused<'another-address'>

type Accepting = { key: string; actor: Actor | undefined; now: Instant }

/** The button of an invitation. Whoever has no account, or none that publishes yet, joins once it is validated. */
export async function acceptInvitationIn(tx: Tx, { key, actor, now }: Accepting): Promise<Acceptance> {
  const invitation = await lockInvitation(tx, hashOf(key), now)
  if (invitation === undefined) return refused('stale')
  const { id, contentId, emailKey } = invitation
  if (actor !== undefined && keyOf(actor) !== emailKey) return refused('another-address')
  if (actor === undefined || !mayContribute(actor)) {
    await settleInvitation(tx, id, { state: 'accepted', ...(actor === undefined ? {} : { acceptedBy: actor.id }) })
    return { kind: 'accepted', signedIn: actor !== undefined }
  }
  const joined = await joinIn(tx, { id, contentId, invitedBy: invitation.invitedBy }, { personId: actor.id, now })
  return joined ? { kind: 'joined', contentId } : refused('stale')
}

const keyOf = ({ email }: Actor): string => {
  const read = readEmail(email)
  return typeof read === 'string' ? '' : read.key
}

type Joining = { id: number; contentId: number; invitedBy: number }

/** Whoever invited must still be able to edit: an invitation dies with the rights of its author. */
async function joinIn(
  tx: Tx,
  joining: Joining,
  { personId, now }: { personId: number; now: Instant },
): Promise<boolean> {
  const { id, contentId, invitedBy } = joining
  const content = await findContent(tx, contentId, 'structure')
  const inviter = await findActive(tx, invitedBy)
  const isGood =
    content !== undefined && inviter !== undefined && mayEdit(content, { ...inviter, departements: [], structures: [] })
  await settleInvitation(tx, id, { state: isGood ? 'joined' : 'withdrawn', acceptedBy: personId })
  if (isGood) {
    await nameAuthorIn(tx, { content: { id: contentId, kind: 'structure' }, personId, actorId: invitedBy, now })
  }
  return isGood
}

/** A validated professional joins what his address had accepted. */
export const joinWhatWasAccepted: WhenAccountValidated = async (tx, person, _by, now) => {
  if (person.role !== 'professional') return
  for (const invitation of await lockAccepted(tx, person.emailKey)) {
    await joinIn(tx, invitation, { personId: person.id, now })
  }
}

/** An author takes back an invitation that nobody has used. */
export async function withdrawInvitationIn(
  tx: Tx,
  { id, contentId, actor, now }: { id: number; contentId: number; actor: Actor; now: Instant },
): Promise<void> {
  if (!(await withdrawInvitation(tx, id, contentId))) return
  await audit(tx, { actorId: actor.id, verb: 'author-uninvited', object: `content:${contentId}`, now })
}
