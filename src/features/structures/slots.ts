import type { VNode } from 'preact'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'

/** What other features show on the page of a structure: its services, its next events. One statement each, null for nothing. */
export type StructureBlock = (
  reader: Reader,
  structure: { id: number; title: string },
  visit: { person: Person; now: Instant },
) => Promise<VNode | null>
