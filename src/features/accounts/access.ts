import type { Reader } from './actor.ts'

/** Reads what is reserved to professionals. */
export const isProfessional = (reader: Reader): boolean => reader !== undefined && reader.role !== 'creator'

/** Publishes, prescribes, recommends: a professional who contributes, an animator, an administrator. */
export const mayContribute = (reader: Reader): boolean =>
  reader !== undefined && ['professional', 'animator', 'administrator'].includes(reader.role)

export const isAdministrator = (reader: Reader): boolean => reader?.role === 'administrator'

/** Judges what concerns these départements: administrators everything, an animator what lies wholly or partly in his. */
export function mayJudge(reader: Reader, departements: readonly string[]): boolean {
  if (reader === undefined) return false
  if (reader.role === 'administrator') return true
  return reader.role === 'animator' && departements.some((code) => reader.departements.includes(code))
}

/** Validates or refuses the account of a professional of this département; without one, administrators alone (ACC-2). */
export const mayJudgeAccount = (reader: Reader, person: { departement: string | null }): boolean =>
  mayJudge(reader, person.departement === null ? [] : [person.departement])

/** Opens the queue of accounts. */
export const mayJudgeAccounts = (reader: Reader): boolean =>
  reader !== undefined && ['animator', 'administrator'].includes(reader.role)
