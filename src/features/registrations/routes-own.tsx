import { addresses } from '#addresses'
import { isProfessional, mayContribute } from '#features/accounts/access.ts'
import type { WebSite } from '#features/accounts/actor.ts'
import { page, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { registrationsOf } from './own-queries.ts'
import { ownerOf } from './owner.ts'
import { OwnRegistrationsPage } from './pages/own-registrations-page.tsx'

/** « Mes inscriptions » of whoever is signed in, those made by a professional included. */
export function ownRegistrationRoutes(site: WebSite, { database }: Parts): void {
  site.get(addresses.mySpace.registrations, async ({ actor, now }) => {
    if (actor === undefined) return signInFirst
    const registrations = await registrationsOf(database, ownerOf(actor))
    const props = { registrations, now, knowsReserved: isProfessional(actor), publishes: mayContribute(actor) }
    return page('Mes inscriptions', <OwnRegistrationsPage {...props} />, { robots: 'noindex' })
  })
}
