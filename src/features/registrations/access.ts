// Who sees and changes the registrations of an event (section « Registrants » of the rules of trust).
import { isAdministrator, mayContribute } from '#features/accounts/access.ts'
import type { Reader } from '#features/accounts/actor.ts'
import { type ContentRights, isAuthor, mayRead } from '#features/contents/access.ts'

/**
 * The lists of an event, with names and addresses: its authors, the contributing members of the structure that publishes it,
 * administrators. Whoever sees a list also marks presences, writes to its people and takes one off.
 */
export function mayReadLists(event: ContentRights, reader: Reader): boolean {
  if (isAdministrator(reader)) return true
  if (reader === undefined || !mayContribute(reader) || event.state === 'trashed') return false
  return isAuthor(event, reader) || (event.structureId !== null && reader.structures.includes(event.structureId))
}

/** Enrols those he supports: a contributing professional who may read the event, once it is published. */
export const mayPrescribe = (event: ContentRights, reader: Reader): boolean =>
  mayContribute(reader) && event.state === 'published' && mayRead(event, reader) === 'yes'

/** Changes or withdraws a prescription: whoever made it, as long as he may prescribe at all; nobody else’s is his to see. */
export const mayChangePrescription = (prescription: { prescriberId: number | null }, reader: Reader): boolean =>
  reader !== undefined && mayContribute(reader) && prescription.prescriberId === reader.id
