import type { WebSite } from '#features/accounts/actor.ts'
import { accountRoutes } from '#features/accounts/routes.tsx'
import { articleRoutes } from '#features/articles/routes.tsx'
import { articleAuthoringRoutes } from '#features/articles/routes-authoring.tsx'
import { articleFeedRoutes } from '#features/articles/routes-feed.ts'
import { fileParents } from '#features/contents/file-queries.ts'
import { draftRoutes } from '#features/drafts/routes.tsx'
import { eventsOfStructureBlock } from '#features/events/block.tsx'
import { eventCalendarRoutes } from '#features/events/calendar-routes.ts'
import { eventRoutes } from '#features/events/routes.tsx'
import { eventAuthoringRoutes } from '#features/events/routes-authoring.tsx'
import { fileRoutes } from '#features/files/routes.tsx'
import { homeRoutes } from '#features/home/routes.tsx'
import { registerPages } from '#features/pages/routes.tsx'
import { personalSpaceRoutes } from '#features/personal-space/routes.tsx'
import { registrationSlot } from '#features/registrations/block.tsx'
import { ownRegistrationsBlock } from '#features/registrations/block-own.tsx'
import { placesSlot } from '#features/registrations/block-places.tsx'
import { confirmedByEvent } from '#features/registrations/queries.ts'
import { tellDateCancelled, tellDateMoved } from '#features/registrations/reaction-actions.ts'
import { registrationRoutes } from '#features/registrations/routes.tsx'
import { registrationListRoutes } from '#features/registrations/routes-lists.tsx'
import { ownRegistrationRoutes } from '#features/registrations/routes-own.tsx'
import { serviceRoutes } from '#features/services/routes.tsx'
import { servicesBlock } from '#features/services/routes-of-block.tsx'
import { structureRoutes } from '#features/structures/routes.tsx'
import { structurePicker } from '#features/structures/routes-picker.tsx'
import { territoryRoutes } from '#features/territory/routes.tsx'
import { geocoderOf } from '#platform/geocoder/geocoder-of.ts'
import type { Parts } from '#platform/parts.ts'

/** Registers each feature by name, in the order of the storeys, with what the others hand to it. */
export function registerFeatures(site: WebSite, parts: Parts): void {
  territoryRoutes(site, parts)
  fileRoutes(site, parts, [fileParents])
  structureRoutes(site, parts, [servicesBlock, eventsOfStructureBlock(registrationSlot)])
  serviceRoutes(site, parts)
  draftRoutes(site, parts)
  articleRoutes(site, parts)
  articleFeedRoutes(site, parts)
  articleAuthoringRoutes(site, parts)
  registerPages(site, { contactMail: parts.settings.CONTACT_MAIL })
  eventAuthoringRoutes(site, parts, {
    places: placesSlot,
    announcements: { moved: [tellDateMoved], cancelled: [tellDateCancelled] },
    geocoder: geocoderOf(parts.settings, parts.fetch),
  })
  accountRoutes(site, parts, { structure: structurePicker })
  homeRoutes(site, parts, registrationSlot)
  eventRoutes(site, parts, registrationSlot)
  eventCalendarRoutes(site, parts)
  registrationRoutes(site, parts)
  ownRegistrationRoutes(site, parts)
  registrationListRoutes(site, parts)
  personalSpaceRoutes(site, parts, { registrationCounts: confirmedByEvent, registrationsBlock: ownRegistrationsBlock })
}
