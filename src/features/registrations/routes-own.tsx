import { addresses } from '#addresses'
import { isProfessional, mayContribute } from '#features/accounts/access.ts'
import type { WebSite } from '#features/accounts/actor.ts'
import { page, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { movableAmong, registrationsOf } from './own-queries.ts'
import { ownerOf } from './owner.ts'
import { OwnRegistrationsPage } from './pages/own-registrations-page.tsx'

/** « Mes inscriptions » (ESP-2) of whoever is signed in, those made by a professional included. */
export function ownRegistrationRoutes(site: WebSite, { database }: Parts): void {
  site.get(addresses.mySpace.registrations, async ({ actor, now }) => {
    if (actor === undefined) return signInFirst
    const registrations = await registrationsOf(database, ownerOf(actor))
    const movable = await movableAmong(database, registrations, now)
    const may = { knowsReserved: isProfessional(actor), publishes: mayContribute(actor) }
    const body = <OwnRegistrationsPage {...{ registrations, movable, now }} {...may} />
    return page('Mes inscriptions', body, { robots: 'noindex' })
  })
}
