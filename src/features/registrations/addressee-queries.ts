import { eq, inArray, sql } from 'drizzle-orm'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { affiliations, people, personDepartements } from '#features/accounts/tables.ts'
import type { ContentRights } from '#features/contents/access.ts'
import { findContent, shownFilesOfContent } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { type EventRights, eventRights } from './event-rights.ts'
import { registrantMessages } from './tables.ts'

type Parties = { personId: number | null; prescriberId: number | null; content: { id: number } }

/** Who enrolled somebody. `mayBeTold`: still a professional who contributes. */
export type Prescribing = { name: string; job: string; structure: string; mayBeTold: boolean; rights: EventRights }

export type Addressees = {
  /** The person's account, when there is one that works. */
  person: Actor | undefined
  /** What the person may know of the event. */
  rights: EventRights
  prescriber: Prescribing | undefined
  /** What the rights of any other reader depend on. */
  heading: ContentRights | undefined
}

const NOTHING: EventRights = { knows: false, opens: false }

/** The rights of those whom a registration concerns, as they are now: asked each time a mail leaves. Two statements. */
export async function addresseesOf(reader: Reader, { personId, prescriberId, content }: Parties): Promise<Addressees> {
  const heading = await findContent(reader, content.id, 'event')
  const found = await findActors(reader, [personId, prescriberId])
  const rightsOf = (actor: Actor | undefined) => (heading === undefined ? NOTHING : eventRights(heading, actor))
  const person = found.get(personId ?? 0)?.actor
  const enrolling = found.get(prescriberId ?? 0)
  return {
    heading,
    person,
    rights: rightsOf(person),
    prescriber: enrolling && {
      ...{ name: enrolling.actor.name, job: enrolling.job, structure: enrolling.structure },
      mayBeTold: enrolling.active && mayContribute(enrolling.actor),
      rights: rightsOf(enrolling.actor),
    },
  }
}

type Found = { actor: Actor; active: boolean; job: string; structure: string }

/** A suspended account is nobody: it reads nothing, and its owner is not told. */
async function findActors(reader: Reader, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, Found>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const { id, name, email, role, state, job, structureName } = people
  const rows = await reader
    .select({
      ...{ id, name, email, role, state, job, structureName },
      departements: sql<string[]>`(select coalesce(json_agg(${personDepartements.departement}), '[]')
        from ${personDepartements} where ${eq(personDepartements.personId, people.id)})`,
      structures: sql<number[]>`(select coalesce(json_agg(${affiliations.structureId}), '[]')
        from ${affiliations} where ${eq(affiliations.personId, people.id)})`,
    })
    .from(people)
    .where(inArray(id, wanted))
  return new Map(
    rows.map(({ state: account, job: does, structureName: structure, ...row }) => {
      const active = account === 'active'
      const actor: Actor = active ? row : { ...row, role: 'creator', departements: [], structures: [] }
      return [row.id, { actor, active, job: does ?? '', structure: structure ?? '' }]
    }),
  )
}

/** The files attached to an event, in order, with the rule of each. */
export async function attachedFiles(reader: Reader, eventId: number) {
  const [row] = await reader.select({ files: shownFilesOfContent }).from(contents).where(eq(contents.id, eventId))
  return (row?.files ?? []).filter(({ role }) => role === 'attached').map(({ file }) => file)
}

/** What an organiser wrote to those who come. */
export async function findRegistrantMessage(reader: Reader, id: number) {
  const { subject, body } = registrantMessages
  const [found] = await reader.select({ subject, body }).from(registrantMessages).where(eq(registrantMessages.id, id))
  return found
}
