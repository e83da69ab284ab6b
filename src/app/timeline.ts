import { addresses } from '#addresses'
import { canvasTimeline } from '#features/canvas/block.ts'
import type { TimelineSource } from '#features/projects/slots.ts'
import { recommendationTimeline } from '#features/recommendations/block-timeline.ts'
import { placesSince } from '#features/registrations/own-queries.ts'
import { shortDayAndHour } from '#kernel/french-dates'

/** Registrations are the creator’s own to see; an adviser sees the places that he gave him. */
const registrationTimeline: TimelineSource = async (reader, { ownerId, viewer, standing, since, most }) => {
  if (standing === 'glass') return []
  const prescriberId = standing === 'owner' ? undefined : viewer.id
  const rows = await placesSince(reader, { personId: ownerId, prescriberId, since, most })
  return rows.map(({ at, title, startsAt, isPrescribed }) => ({
    ...{ at, kind: isPrescribed ? ('prescription' as const) : ('registration' as const) },
    text: `${isPrescribed ? 'Inscription par un professionnel' : 'Inscription'} : « ${title} », ${shortDayAndHour(startsAt)}`,
    ...(standing === 'owner' ? { href: addresses.mySpace.registrations() } : {}),
  }))
}

/** What other features add to the journal of a project: projects and registrations stand side by side, so it is said here. */
export const TIMELINE: readonly TimelineSource[] = [canvasTimeline, recommendationTimeline, registrationTimeline]
