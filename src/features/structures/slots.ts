import type { SQL } from 'drizzle-orm'
import type { VNode } from 'preact'
import type { Actor, Reader as Person } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import type { Reader, Tx } from '#platform/database/database.ts'
import type { Fields } from '#platform/http/fields.ts'
import type { FormState } from '#ui/form-state.ts'

/** What other features show on the page of a structure: its services, its next events. One statement each, null for nothing. */
export type StructureBlock = (
  reader: Reader,
  structure: { id: number; title: string },
  visit: { person: Person; now: Instant },
) => Promise<VNode | null>

/** A service as the form of its structure names it. */
export type ServiceName = { id: number; title: string }

/** « Nos services » inside the form of a structure (STR-4). */
export type ServicesSlot = {
  /** What the form begins with. */
  values(services: readonly ServiceName[]): Record<string, string[]>
  /** Whether that button only changes the list, and the form after it. */
  rehearses(gesture: string): boolean
  rehearse(form: Fields, gesture: string): Record<string, string[]>
  fields(reader: Reader, state: FormState, by: { actor: Actor; structureId: number | undefined }): Promise<VNode>
  /** The services chosen, in order, among those that this person may put there. */
  read(reader: Reader, form: Fields, by: { actor: Actor; structureId: number | undefined }): Promise<ServiceName[]>
  /** The services shown now, in order, of the structure that a statement reads in `contents`. */
  shown: SQL<ServiceName[]>
  /** Makes these the services shown, in this order; those left out keep their structure. */
  saveIn(tx: Tx, structureId: number, services: readonly number[]): Promise<void>
}
