import type { SERVICE_KINDS, ServiceCost, Stage } from '#features/services/rules.ts'
import type { StructureKind } from '#features/structures/import-rules-of-kinds.ts'

/** A network that matters for creation: its name and site are true, its contacts and texts are written for the demo. */
export type DemoNetwork = {
  id: string
  name: string
  acronym?: string
  kinds: readonly StructureKind[]
  networks?: readonly string[]
  website: string
  city: string
  /** Codes of départements; absent for the whole region. */
  departements?: readonly string[]
  presentation: string
  services: readonly DemoService[]
}

export type DemoService = {
  id: string
  name: string
  text: string
  kinds: readonly (typeof SERVICE_KINDS)[number][]
  stages: readonly Stage[]
  themes: readonly Theme[]
  cost?: ServiceCost
  costNote?: string
  audiences?: readonly string[]
  conditions?: string
  modes?: readonly ('en-presentiel' | 'a-distance')[]
  weeks?: number
}

export type Theme = 'definir' | 'structurer' | 'financer' | 'reseautage' | 'developper'
