// Who does what with a project: written from section 2 of the rules of trust, rule 4 (« creator + advisers authorised now. Not
// the admin »), PRJ-1 to PRJ-6 and N9, not from the code that decides.

export const PEOPLE = [
  'anonymous',
  /** Kept every address and every key of a time when he read: no session. */
  'link bearer',
  /** Signed up with the very address that the creator invited, and never confirmed it. */
  'unverified',
  'creator',
  'owner',
  /** His address is invited; his account as a professional waits. */
  'pending',
  'reader',
  /** Was an adviser of the project, and left it. */
  'professional',
  /** Publishes contents and events. */
  'author',
  /** Of the structure of the adviser. */
  'same structure',
  'adviser',
  'animator here',
  'animator elsewhere',
  /** Broke the glass once; the hour is over. */
  'administrator',
  /** An adviser whose account was suspended, in a session that lives. */
  'suspended',
] as const
export type Person = (typeof PEOPLE)[number]

export const OBJECTS = [
  'sheet',
  'canvas',
  'note',
  'comment on the sheet',
  'comment on a note',
  'attachment',
  'history',
  'PDF',
] as const
export type Thing = (typeof OBJECTS)[number]

export const SITUATIONS = ['active', 'archived', 'adviser revoked', 'creator erased'] as const
export type Situation = (typeof SITUATIONS)[number]

export const ACTIONS = [
  'read',
  /** In lists, search, notices and one’s own space. */
  'find',
  /** As paper or as a file. */
  'take away',
  /** By the ways of programs: the live line, HEAD, the journal. */
  'watch',
  'add',
  'change',
  /** Archive, move, restore, close. */
  'settle',
  'delete',
  /** Authorise somebody, from there. */
  'entrust',
  /** By its number or key, through a project of one’s own. */
  'reach',
] as const
export type Action = (typeof ACTIONS)[number]

export type Cell = { person: Person; thing: Thing; situation: Situation; action: Action }

const SIGNED_OUT: readonly Person[] = ['anonymous', 'link bearer', 'unverified', 'suspended']
/** With the creator, his session is gone. */
const isSignedOut = ({ person, situation }: Cell): boolean =>
  SIGNED_OUT.includes(person) || (person === 'owner' && situation === 'creator erased')

/** As what somebody stands before a project now; undefined: to him it is not there. */
function standingOf({ person, situation }: Cell): 'owner' | 'adviser' | undefined {
  if (situation === 'creator erased') return undefined
  if (person === 'owner') return 'owner'
  return person === 'adviser' && situation !== 'adviser revoked' ? 'adviser' : undefined
}

type Rule = 'reads' | 'writes' | 'speaks' | 'disposes'

/** Who knows of a project and may not do this is told so. */
function isAllowed(rule: Rule, cell: Cell): boolean {
  const isOwner = standingOf(cell) === 'owner'
  const isOpen = cell.situation !== 'archived'
  return { reads: true, writes: isOwner && isOpen, speaks: isOpen, disposes: isOwner }[rule]
}

const statusBy =
  (rule: Rule, allowed: number) =>
  (cell: Cell): number => {
    if (isSignedOut(cell)) return 401
    if (standingOf(cell) === undefined) return 404
    return isAllowed(rule, cell) ? allowed : 403
  }

const reads = statusBy('reads', 200)
const writes = statusBy('writes', 303)
const speaks = statusBy('speaks', 303)
const disposes = statusBy('disposes', 303)

/** A file is nowhere for whom it is not: no sign-in page, which would say that there is something. */
const downloads =
  (allowed: number) =>
  (cell: Cell): number =>
    standingOf(cell) === undefined ? 404 : allowed

/** Nobody does that: there is no such address. */
const nobody = (): number => 404
const whoever =
  (status: number) =>
  (cell: Cell): number =>
    isSignedOut(cell) ? 401 : status

type Row = Record<Exclude<Action, 'find' | 'entrust'>, (cell: Cell) => number>
const reading = { read: reads, 'take away': reads, watch: reads }

const ROWS: Record<Thing, Row> = {
  sheet: {
    ...reading,
    ...{ add: writes, change: writes, settle: disposes, delete: disposes },
    // « Bris de glace » without a reason.
    reach: (cell) => (cell.person === 'administrator' ? 422 : whoever(403)(cell)),
  },
  canvas: { ...reading, add: writes, change: writes, settle: writes, delete: writes, reach: whoever(404) },
  note: { ...reading, add: writes, change: writes, settle: writes, delete: writes, reach: whoever(404) },
  'comment on the sheet': {
    ...reading,
    ...{ add: speaks, change: speaks, settle: speaks, delete: nobody, reach: whoever(422) },
  },
  'comment on a note': {
    ...reading,
    ...{ add: speaks, change: speaks, settle: speaks, delete: nobody, reach: whoever(404) },
  },
  attachment: {
    ...{ read: downloads(200), 'take away': downloads(206), watch: downloads(301) },
    ...{ add: writes, change: writes, settle: statusBy('writes', 200), delete: writes },
    // His form is saved, without what is not his: `gains` says whose it is.
    reach: whoever(303),
  },
  history: { ...reading, add: writes, change: writes, settle: nobody, delete: nobody, reach: whoever(404) },
  PDF: { ...reading, add: nobody, change: nobody, settle: nobody, delete: nobody, reach: whoever(404) },
}

export function statusOf(cell: Cell): number {
  if (cell.action === 'find') return whoever(200)(cell)
  return cell.action === 'entrust' ? writes(cell) : ROWS[cell.thing][cell.action](cell)
}

/** Whether anything of the project may be read in the answer. */
export const hears = (cell: Cell): boolean =>
  cell.action !== 'reach' && standingOf(cell) !== undefined && statusOf(cell) < 400

/** Whether anything of the project, or of who reads it, may be otherwise after the answer. */
export const changes = (cell: Cell): boolean => gains(cell) || (hears(cell) && statusOf(cell) === 303)

/** The owner of a document may join it to another project of his. */
export const gains = ({ person, thing, situation, action }: Cell): boolean =>
  person === 'owner' && thing === 'attachment' && action === 'reach' && situation !== 'creator erased'

export function* everyCell(): Generator<Cell> {
  for (const person of PEOPLE)
    for (const thing of OBJECTS)
      for (const situation of SITUATIONS) for (const action of ACTIONS) yield { person, thing, situation, action }
}
