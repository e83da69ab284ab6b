// Who does what with a registration: written from section 2 of the rules of trust, rule 5 (« organiser’s structure and
// admin see lists; a prescriber sees only whom he enrolled; a person sees self »), not from the code that decides.

export const PEOPLE = [
  'anonymous',
  /** Registered without an account: holds the key of the mail, no session. */
  'link bearer',
  'unverified',
  'creator',
  /** The registration is his own. */
  'registered',
  'pending',
  'reader',
  'professional',
  'author',
  'same structure',
  /** The professional who enrolled the person of a list by prescription. */
  'prescriber',
  'animator here',
  'animator elsewhere',
  'administrator',
  'suspended',
] as const
export type Person = (typeof PEOPLE)[number]

export const LISTS = ['direct', 'prescription'] as const
export const STATES = ['confirmed', 'waiting', 'offered', 'cancelled', 'present', 'absent'] as const
export const DATES = ['to come', 'begun', 'over', 'cancelled', 'of an unpublished event'] as const
export const ACTIONS = [
  'see the list',
  'see one',
  'register self',
  'register another',
  'cancel own',
  'cancel another',
  'move',
  'take away as CSV',
  'take away as .xlsx',
  'write to all',
  'mark presence',
  'see who enrolled',
] as const
export type Action = (typeof ACTIONS)[number]

export type Cell = {
  person: Person
  list: (typeof LISTS)[number]
  state: (typeof STATES)[number]
  date: (typeof DATES)[number]
  action: Action
}

const SIGNED_OUT: readonly Person[] = ['anonymous', 'link bearer', 'unverified', 'suspended']
const WITHOUT_CONTENTS: readonly Person[] = ['creator', 'registered', 'pending', 'reader']
const ORGANISERS: readonly Person[] = ['author', 'same structure', 'administrator']
/** The person of the registration herself, with an account or by the link of her mail. */
const HOLDERS: readonly Person[] = ['link bearer', 'registered']
const READS_UNPUBLISHED: readonly Person[] = [...ORGANISERS, 'animator here']

/** A page of organisers: sign in, then a right that the role lacks altogether, then a list that is not to be known of. */
function toOrganisers(person: Person, allowed: number): number {
  if (SIGNED_OUT.includes(person)) return 401
  if (WITHOUT_CONTENTS.includes(person)) return 403
  return ORGANISERS.includes(person) ? allowed : 404
}

const reads = ({ person, date }: Cell): boolean =>
  date !== 'of an unpublished event' || READS_UNPUBLISHED.includes(person)
const isActive = ({ state }: Cell): boolean => state !== 'cancelled'
const isToCome = ({ date }: Cell): boolean => date === 'to come' || date === 'of an unpublished event'
/** Nobody leaves a date that has begun; a cancelled one is left at any time. */
const mayLeave = (cell: Cell): boolean => isActive(cell) && (isToCome(cell) || cell.date === 'cancelled')
/** What the prescriber follows is his own page, of those whom he enrolled only. */
const toPrescriber = ({ list }: Cell, allowed: number): number => (list === 'prescription' ? allowed : 404)

const STATUSES: Record<Action, (cell: Cell) => number> = {
  'see the list': ({ person }) => toOrganisers(person, 200),
  'take away as CSV': ({ person }) => toOrganisers(person, 200),
  'take away as .xlsx': ({ person }) => toOrganisers(person, 200),
  'write to all': ({ person }) => toOrganisers(person, 303),
  'mark presence': ({ person }) => toOrganisers(person, 303),
  'see one'(cell) {
    const { person } = cell
    if (HOLDERS.includes(person)) return 200
    if (person === 'prescriber') return toPrescriber(cell, 200)
    return toOrganisers(person, mayLeave(cell) ? 200 : 303)
  },
  'see who enrolled'(cell) {
    const { person } = cell
    if (HOLDERS.includes(person)) return 200
    return person === 'prescriber' ? toPrescriber(cell, 200) : toOrganisers(person, 200)
  },
  'cancel own': ({ person }) => (HOLDERS.includes(person) ? 303 : 404),
  'cancel another'(cell) {
    return cell.person === 'prescriber' ? toPrescriber(cell, 303) : toOrganisers(cell.person, 303)
  },
  move(cell) {
    if (!HOLDERS.includes(cell.person)) return 404
    return mayLeave(cell) ? 303 : 422
  },
  'register self'(cell) {
    if (!reads(cell)) return 404
    return cell.list === 'direct' && isToCome(cell) ? 303 : 422
  },
  'register another'(cell) {
    const { person, list, date } = cell
    if (SIGNED_OUT.includes(person)) return 401
    if (!reads(cell)) return 404
    if (WITHOUT_CONTENTS.includes(person) || date === 'of an unpublished event') return 403
    return list === 'prescription' && date === 'to come' ? 303 : 422
  },
}

export const statusOf = (cell: Cell): number => STATUSES[cell.action](cell)

/** What may change a registration when the answer lets it: of a refusal nothing remains. */
export const isRefusal = (status: number): boolean => [401, 403, 404].includes(status)

/** Whose name is read there: an organiser and the person enrolled know who enrolled her, on a list by prescription. */
export const namesPrescriber = ({ person, list, action }: Cell): boolean | undefined => {
  if (action !== 'see who enrolled' || person === 'prescriber') return undefined
  return list === 'prescription' && [...ORGANISERS, ...HOLDERS].includes(person)
}

export function* everyCell(): Generator<Cell> {
  for (const person of PEOPLE)
    for (const list of LISTS)
      for (const state of STATES)
        for (const date of DATES) for (const action of ACTIONS) yield { person, list, state, date, action }
}
