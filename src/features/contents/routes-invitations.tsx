import { addresses, itemOf } from '#addresses'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { readEmail } from '#kernel/email-address'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { hashOf, isKey, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { findInvitation } from './author-queries.ts'
import { type Acceptance, acceptInvitationIn } from './invitation-actions.ts'
import { type ContentKind, type Kinds, kindOf } from './kinds.ts'
import { InvitationPage, StaleInvitationPage } from './pages/invitation-page.tsx'

/** The link of an invitation: a page with a button (STR-2). */
export function invitationRoutes(site: WebSite, parts: Parts, kinds: Kinds): void {
  site.get(addresses.contents.invitation, (visit) => invitationAnswer(visit, parts))
  site.post(addresses.contents.invitation, (visit) => accept(visit, parts, kinds))
}

const stale = page('Invitation', <StaleInvitationPage />, { status: 404, robots: 'noindex' })

async function invitationAnswer(visit: WebVisit, { database }: Parts): Promise<Answer> {
  const key = visit.params.key ?? ''
  const found = isKey(key) ? await findInvitation(database, hashOf(key), visit.now) : undefined
  if (found === undefined) return stale
  const { by, email, emailKey, content } = found
  const viewer = viewerOf(visit.actor, emailKey)
  const action = addresses.contents.invitation({ key })
  const props = { by, email, title: content.title, viewer, action, submission: newKey() }
  return page('Invitation', <InvitationPage {...props} />, { robots: 'noindex' })
}

function viewerOf(actor: Actor | undefined, emailKey: string): 'nobody' | 'invited' | { other: string } {
  if (actor === undefined) return 'nobody'
  const read = readEmail(actor.email)
  return typeof read !== 'string' && read.key === emailKey ? 'invited' : { other: actor.email }
}

const WAITING = 'C’est noté : vous serez auteur dès que votre compte professionnel sera validé.'

async function accept(visit: WebVisit, parts: Parts, kinds: Kinds): Promise<Answer> {
  const key = visit.params.key ?? ''
  const { actor, now } = visit
  const found = isKey(key) ? await findInvitation(parts.database, hashOf(key), now) : undefined
  const locationOf = (acceptance: Acceptance) => {
    if (acceptance.kind === 'accepted') {
      return acceptance.signedIn ? addresses.mySpace.home() : addresses.account.signUpProfessional()
    }
    if (acceptance.kind === 'refused' || found === undefined) return undefined
    return kindOf(kinds, found.content.kind as ContentKind).address.edit({ item: itemOf(found.content) })
  }
  const done = await once(
    parts.database,
    visit.submission,
    (tx) => acceptInvitationIn(tx, { key, actor, now }),
    locationOf,
  )
  if (done.kind === 'already') return redirect(done.location)
  const acceptance = done.value
  const location = locationOf(acceptance)
  if (location !== undefined) {
    return redirect(location, acceptance.kind === 'joined' ? 'Vous êtes auteur de cette fiche.' : WAITING)
  }
  return acceptance.kind === 'refused' && acceptance.because === 'another-address'
    ? invitationAnswer(visit, parts)
    : stale
}
