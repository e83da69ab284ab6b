import type { WebSite } from '#features/accounts/actor.ts'
import { accountRoutes } from '#features/accounts/routes.tsx'
import { tellAccountJudges } from '#features/administration/account-actions.ts'
import { administrationRoutes } from '#features/administration/routes.tsx'
import { articlesOfStructureBlock } from '#features/articles/block.tsx'
import { articleRoutes } from '#features/articles/routes.tsx'
import { articleAuthoringRoutes } from '#features/articles/routes-authoring.tsx'
import { articleFeedRoutes } from '#features/articles/routes-feed.ts'
import { touchNoteOfThread } from '#features/canvas/actions.ts'
import { canvasSlot } from '#features/canvas/block.ts'
import { canvasRoutes } from '#features/canvas/routes.tsx'
import { liveRoutes } from '#features/canvas/routes-live.ts'
import { fileParents } from '#features/contents/file-queries.ts'
import { joinWhatWasAccepted } from '#features/contents/invitation-actions.ts'
import { contentRoutes } from '#features/contents/routes.ts'
import { directoryBlock } from '#features/directory/block.tsx'
import { proSpaceRoutes } from '#features/directory/routes.tsx'
import { directoryRoutes } from '#features/directory/routes-directory.tsx'
import { draftRoutes } from '#features/drafts/routes.tsx'
import { eventsOfStructureBlock } from '#features/events/block.tsx'
import { eventCalendarRoutes } from '#features/events/calendar-routes.ts'
import { eventRoutes } from '#features/events/routes.tsx'
import { agendaRoutes } from '#features/events/routes-agenda.tsx'
import { agendaPointsRoutes } from '#features/events/routes-agenda-points.ts'
import { eventAuthoringRoutes } from '#features/events/routes-authoring.tsx'
import { eventDuplicateRoutes } from '#features/events/routes-duplicate.ts'
import { favouriteRoutes } from '#features/favourites/routes.tsx'
import { fileRoutes } from '#features/files/routes.tsx'
import { homeRoutes } from '#features/home/routes.tsx'
import { notificationRoutes } from '#features/notifications/routes.tsx'
import { orientationRoutes } from '#features/orientation/routes.tsx'
import { savedOrientationRoutes } from '#features/orientation/routes-saved.tsx'
import { stopRoutes } from '#features/orientation/routes-stop.tsx'
import { registerPages } from '#features/pages/routes.tsx'
import { personalSpaceRoutes } from '#features/personal-space/routes.tsx'
import { activateAuthorisations } from '#features/projects/adviser-actions.ts'
import { projectFileParents } from '#features/projects/file-queries.ts'
import { projectRoutes } from '#features/projects/routes.tsx'
import { claimRecommendations } from '#features/recommendations/actions.ts'
import { recommendationRoutes } from '#features/recommendations/routes.tsx'
import { registrationSlot } from '#features/registrations/block.tsx'
import { ownRegistrationsBlock } from '#features/registrations/block-own.tsx'
import { confirmedByEvent } from '#features/registrations/queries.ts'
import { registrationRoutes } from '#features/registrations/routes.tsx'
import { registrationListRoutes } from '#features/registrations/routes-lists.tsx'
import { ownRegistrationRoutes } from '#features/registrations/routes-own.tsx'
import { prescriptionRoutes } from '#features/registrations/routes-prescriptions.tsx'
import { resourceRoutes } from '#features/resources/routes.tsx'
import { resourceAuthoringRoutes } from '#features/resources/routes-authoring.tsx'
import { searchRoutes } from '#features/search/routes.tsx'
import { serviceRoutes } from '#features/services/routes.tsx'
import { checkRoutes } from '#features/services/routes-checks.tsx'
import { serviceEditingRoutes } from '#features/services/routes-editing.tsx'
import { servicesBlock } from '#features/services/routes-of-block.tsx'
import { servicesSlot } from '#features/services/routes-of-structure-form.tsx'
import { structureRoutes } from '#features/structures/routes.tsx'
import { structureAuthorsRoutes } from '#features/structures/routes-authors.tsx'
import { structureEditingRoutes } from '#features/structures/routes-editing.tsx'
import { structurePicker } from '#features/structures/routes-picker.tsx'
import { structureRequestRoutes } from '#features/structures/routes-requests.tsx'
import { territoryRoutes } from '#features/territory/routes.tsx'
import { geocoderOf } from '#platform/geocoder/geocoder-of.ts'
import type { Live } from '#platform/live/live.ts'
import type { Parts } from '#platform/parts.ts'
import { contentFoot } from './foot.tsx'
import { dateSlots, eventKind, KINDS, structureKind } from './kinds.ts'
import { noticesOf } from './notices.ts'
import { TIMELINE } from './timeline.ts'

/** Registers each feature by name, in the order of the storeys, with what the others hand to it. */
export function registerFeatures(site: WebSite, parts: Parts, live: Live): { endLines(): void } {
  const geocoder = geocoderOf(parts.settings, parts.fetch)
  territoryRoutes(site, parts)
  fileRoutes(site, parts, [fileParents, projectFileParents(() => parts.clock.now())])
  contentRoutes(site, parts, KINDS)
  const blocks = [servicesBlock, eventsOfStructureBlock(registrationSlot), articlesOfStructureBlock]
  structureRoutes(site, parts, { blocks, kind: structureKind, foot: contentFoot })
  structureEditingRoutes(site, parts, { kind: structureKind, services: servicesSlot, geocoder })
  structureAuthorsRoutes(site, parts, structureKind)
  structureRequestRoutes(site, parts)
  serviceRoutes(site, parts, contentFoot)
  serviceEditingRoutes(site, parts, geocoder)
  checkRoutes(site, parts, KINDS)
  draftRoutes(site, parts)
  articleRoutes(site, parts, contentFoot)
  articleFeedRoutes(site, parts)
  articleAuthoringRoutes(site, parts)
  resourceRoutes(site, parts, contentFoot)
  resourceAuthoringRoutes(site, parts)
  registerPages(site, { contactMail: parts.settings.CONTACT_MAIL })
  eventAuthoringRoutes(site, parts, { ...dateSlots, kind: eventKind, geocoder })
  eventDuplicateRoutes(site, parts, { ...dateSlots, kind: eventKind, geocoder })
  accountRoutes(site, parts, {
    structure: structurePicker,
    whenConfirmed: [tellAccountJudges, claimRecommendations],
    whenValidated: [joinWhatWasAccepted, activateAuthorisations],
    profile: [directoryBlock],
  })
  homeRoutes(site, parts, registrationSlot)
  agendaRoutes(site, parts, registrationSlot)
  agendaPointsRoutes(site, parts, registrationSlot)
  eventRoutes(site, parts, registrationSlot, contentFoot)
  eventCalendarRoutes(site, parts, registrationSlot)
  registrationRoutes(site, parts)
  ownRegistrationRoutes(site, parts)
  prescriptionRoutes(site, parts)
  registrationListRoutes(site, parts)
  const lines = registerAccompanying(site, parts, live)
  registerSearching(site, parts)
  personalSpaceRoutes(site, parts, { registrationCounts: confirmedByEvent, registrationsBlock: ownRegistrationsBlock })
  administrationRoutes(site, parts, KINDS)
  return { endLines: () => lines.endAll() }
}

/** Projects, and those who accompany them. */
function registerAccompanying(site: WebSite, parts: Parts, live: Live) {
  projectRoutes(site, parts, {
    canvases: canvasSlot,
    timeline: TIMELINE,
    turned: [touchNoteOfThread],
  })
  canvasRoutes(site, parts)
  recommendationRoutes(site, parts)
  notificationRoutes(site, parts, noticesOf(parts))
  return liveRoutes(site, parts, live)
}

/** What one finds the rest by. */
function registerSearching(site: WebSite, parts: Parts): void {
  searchRoutes(site, parts)
  proSpaceRoutes(site, parts, registrationSlot)
  directoryRoutes(site, parts)
  favouriteRoutes(site, parts)
  orientationRoutes(site, parts, registrationSlot)
  savedOrientationRoutes(site, parts)
  stopRoutes(site, parts)
}
