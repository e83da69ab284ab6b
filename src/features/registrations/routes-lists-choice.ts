import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { auditEach } from '#features/audit/actions.ts'
import { type Answer, forbidden, hidden, signInFirst } from '#platform/http/answers.ts'
import type { Fields } from '#platform/http/fields.ts'
import type { Parts } from '#platform/parts.ts'
import type { ReadingVerb } from './organiser-log-queries.ts'
import { type ListChoice, listChoices } from './organiser-queries.ts'

/** Whoever may have lists at all; what his are is asked of the database. */
export function organiserOf({ actor }: WebVisit): Actor | Answer {
  if (actor === undefined) return signInFirst
  if (mayContribute(actor)) return actor
  return forbidden(
    'Les listes d’inscrits sont celles des évènements que l’on publie : il faut un compte professionnel validé.',
  )
}

export const isAnswer = (given: object): given is Answer => 'kind' in given && !('listId' in given)

const numberIn = (fields: Fields, name: string): number | undefined =>
  /^\d{1,15}$/.test(fields.get(name)) ? Number(fields.get(name)) : undefined

/** The list that an address names, `liste`: the organiser’s, or as unknown as any other. */
export async function chosenList(visit: WebVisit, { database }: Parts): Promise<ListChoice | Answer> {
  const actor = organiserOf(visit)
  if ('kind' in actor) return actor
  const listId = numberIn(visit.query, 'liste')
  const [list] = listId === undefined ? [] : await listChoices(database, actor, { listId })
  return list ?? hidden
}

/** The lists of one date: one at least. */
export type Lists = [ListChoice, ...ListChoice[]]

/** The lists of the date that an address names, `date`. */
export async function listsOfChosenDate(visit: WebVisit, { database }: Parts): Promise<Lists | Answer> {
  const actor = organiserOf(visit)
  if ('kind' in actor) return actor
  const dateId = numberIn(visit.query, 'date')
  const [first, ...others] = dateId === undefined ? [] : await listChoices(database, actor, { dateId })
  return first === undefined ? hidden : [first, ...others]
}

export type NotedReading = { verb: ReadingVerb; lists: readonly number[]; details: Record<string, string | number> }

/** Who read which lists, when, and how many rows: numbers and codes only. */
export function noteReading(
  visit: WebVisit,
  { database }: Parts,
  { verb, lists, details }: NotedReading,
): Promise<void> {
  const by = { actorId: visit.actor?.id ?? null, now: visit.now }
  return auditEach(
    database,
    lists.map((list) => ({ ...by, verb, object: `list:${list}`, details })),
  )
}
