// What rules know of a content: facts that the database reads, no rights (they were asked before), no words for screens.
import type { EventKind, ProjectSize } from '#features/events/rules.ts'
import type { ServiceCost, Stage } from '#features/services/rules.ts'
import type { Place } from '#features/territory/rules.ts'
import type { Instant } from '#kernel/time'

type Shared = {
  id: number
  title: string
  summary: string
  /** Sectors of activity that it says. */
  sectors: readonly string[]
  /** Kilometres to the commune; null when either is unknown. */
  km: number | null
}

/** A service, or a structure that supports creators. */
export type Offer = Shared & {
  kind: 'service' | 'structure'
  kinds: readonly string[]
  themes: readonly string[]
  stages: readonly Stage[]
  audiences: readonly string[]
  cost: ServiceCost | null
  modes: readonly string[]
  /** Has an eligibility zone, and whether the commune is in it. */
  zoned: boolean
  serves: boolean
  /** Says that it concerns the département of the commune, or the whole region. */
  concerns: boolean
}

export type ComingDate = Shared & {
  kind: EventKind
  startsAt: Instant
  paying: boolean
  online: boolean
  sizes: readonly ProjectSize[]
  forSocialEconomy: boolean
  forInnovation: boolean
  /** `free`: a seat may be taken now. `open`: nobody registers. `full`: none is left, or not for this person. */
  seats: 'free' | 'open' | 'full'
}

/** An article or a resource that search found. */
export type Reading = Shared & {
  /** How well search says that it answers. */
  found: number
}

/** The commune that was asked. */
export type AskedPlace = Omit<Place, 'postalCodes'>
