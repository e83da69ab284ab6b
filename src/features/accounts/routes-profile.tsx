import { addresses } from '#addresses'
import { departementsOfRegion } from '#features/territory/queries.ts'
import { frenchDay } from '#kernel/french-dates'
import { transact } from '#platform/database/database.ts'
import { type Answer, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { getProfile } from './account-queries.ts'
import type { Actor, WebSite, WebVisit } from './actor.ts'
import { nameForm } from './forms.ts'
import { ProfilePage } from './pages/profile-page.tsx'
import { saveName } from './person-store.ts'
import { noSessionCookie, signOutEverywhere } from './session-actions.ts'
import type { ProfileBlock } from './slots.ts'
import { ROLE_TEXTS } from './texts.ts'

/** One's own account. */
export function profileRoutes(site: WebSite, parts: Parts, blocks: readonly ProfileBlock[]): void {
  site.get(addresses.mySpace.profile, (visit) =>
    visit.actor === undefined ? signInFirst : profileAnswer(visit, parts, { actor: visit.actor, blocks }),
  )
  site.post(addresses.mySpace.profile, (visit) => rename(visit, parts, blocks))
  site.post(addresses.mySpace.signOutEverywhere, async ({ actor }) => {
    if (actor !== undefined) await signOutEverywhere(parts.database, actor)
    const text = 'Tous vos appareils sont déconnectés.'
    return redirect(addresses.account.signIn(), text, [noSessionCookie(parts.settings)])
  })
}

type Shown = { actor: Actor; blocks: readonly ProfileBlock[]; state?: FormState; status?: number }

async function profileAnswer(
  visit: WebVisit,
  parts: Parts,
  { actor, blocks, state, status = 200 }: Shown,
): Promise<Answer> {
  const { database } = parts
  const profile = await getProfile(database, actor.id)
  const departements = profile.departement === null ? [] : await departementsOfRegion(database)
  const facts = [
    { term: 'Structure', detail: profile.structureName },
    { term: 'Fonction', detail: profile.job },
    { term: 'Téléphone', detail: profile.phone },
    { term: 'Département', detail: departements.find(({ code }) => code === profile.departement)?.name },
    { term: 'Compte ouvert', detail: frenchDay(profile.createdAt, visit.now) },
  ]
  const body = (
    <ProfilePage
      email={profile.email}
      role={ROLE_TEXTS[profile.role]}
      facts={facts}
      request={requestOf(profile)}
      sessions={profile.sessions}
      state={state ?? filledForm({ nom: profile.name })}
      submission={newKey()}
      blocks={await Promise.all(blocks.map((block) => block(database, actor, newKey())))}
    />
  )
  return page('Mon profil', body, { status })
}

function requestOf({ professionalState, refusalReason }: { professionalState: string; refusalReason: string | null }) {
  if (professionalState === 'pending') return { kind: 'pending' as const }
  return professionalState === 'refused' ? { kind: 'refused' as const, reason: refusalReason ?? '' } : undefined
}

async function rename(visit: WebVisit, parts: Parts, blocks: readonly ProfileBlock[]): Promise<Answer> {
  const { actor, form } = visit
  if (actor === undefined) return signInFirst
  const read = readForm(nameForm, form)
  if (!read.ok) {
    return profileAnswer(visit, parts, {
      actor,
      blocks,
      state: { values: form.toValues(), errors: read.errors },
      status: 422,
    })
  }
  await transact(parts.database, (tx) => saveName(tx, actor.id, read.value.nom))
  return redirect(addresses.mySpace.profile(), 'Votre nom est enregistré.')
}
