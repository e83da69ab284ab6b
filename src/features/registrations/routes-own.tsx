import { addresses } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { WebSite } from '#features/accounts/actor.ts'
import { page, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { OwnRegistrationsPage } from './pages/own-registrations-page.tsx'
import { registrationsOf } from './queries.ts'

/** « Mes inscriptions » of whoever is signed in. */
export function ownRegistrationRoutes(site: WebSite, { database }: Parts): void {
  site.get(addresses.mySpace.registrations, async ({ actor, now }) => {
    if (actor === undefined) return signInFirst
    const registrations = await registrationsOf(database, actor.id)
    return page(
      'Mes inscriptions',
      <OwnRegistrationsPage {...{ registrations, now }} publishes={mayContribute(actor)} />,
    )
  })
}
