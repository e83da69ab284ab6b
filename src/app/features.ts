import type { WebSite } from '#features/accounts/actor.ts'
import { eventCalendarRoutes } from '#features/events/calendar-routes.ts'
import { eventRoutes } from '#features/events/routes.tsx'
import { registerPages } from '#features/pages/routes.tsx'
import { registrationSlot } from '#features/registrations/block.tsx'
import { registrationListRoutes } from '#features/registrations/list-routes.tsx'
import { ownRegistrationRoutes } from '#features/registrations/own-routes.tsx'
import { registrationRoutes } from '#features/registrations/routes.tsx'
import type { Parts } from '#platform/parts.ts'

/** Registers each feature by name, in the order of the storeys, with what the others hand to it. */
export function registerFeatures(site: WebSite, parts: Parts): void {
  registerPages(site, { contactMail: parts.settings.CONTACT_MAIL })
  eventRoutes(site, parts, registrationSlot)
  eventCalendarRoutes(site, parts)
  registrationRoutes(site, parts)
  ownRegistrationRoutes(site, parts)
  registrationListRoutes(site, parts)
}
