import type { VNode } from 'preact'
import type { Actor } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'

/** What other features show in « Mon espace ». */
export type SpaceSlots = {
  /** How many people are confirmed on the coming dates of these events; one without any is absent. One statement. */
  registrationCounts(reader: Reader, eventIds: readonly number[], now: Instant): Promise<ReadonlyMap<number, number>>
  /** The block « Mes inscriptions », null when there is nothing to say. */
  registrationsBlock?(reader: Reader, person: Actor, now: Instant): Promise<VNode | null>
}
