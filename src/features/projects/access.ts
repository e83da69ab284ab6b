// Who sees and does what on a project (PRJ-1 to PRJ-3, N9). Its creator, and the professionals whom he authorises by name: nobody
// else, administrators included. « Bris de glace » lets an administrator read, for an hour, for a reason told to the creator.

export const PROJECT_STATES = ['active', 'archived'] as const
export type ProjectState = (typeof PROJECT_STATES)[number]

export const ADVISER_STATES = ['pending', 'active', 'withdrawn', 'left', 'expired'] as const
export type AdviserState = (typeof ADVISER_STATES)[number]

/** As what somebody writes a comment. */
export const PARTS = ['creator', 'adviser'] as const
export type Part = (typeof PARTS)[number]

/** As what somebody reads a project: its creator, an authorised professional, or an administrator who broke the glass. */
export type Standing = 'owner' | 'adviser' | 'glass'

type Verb = (standing: Standing, state: ProjectState) => boolean

/** The sheet, its documents, its canvases and their post-its. */
export const mayWrite: Verb = (standing, state) => standing === 'owner' && state === 'active'

export const mayComment: Verb = (standing, state) => standing !== 'glass' && state === 'active'

/** Closes a thread, or opens it again: whoever may speak in it. */
export const mayClose: Verb = (standing, state) => mayComment(standing, state)

/** Authorises professionals. */
export const mayInvite: Verb = (standing, state) => mayWrite(standing, state)

/** Withdraws them, at any time: of an archived project too. */
export const mayWithdraw = (standing: Standing): boolean => standing === 'owner'

/** Archives, takes up again, deletes. */
export const mayDispose = (standing: Standing): boolean => standing === 'owner'

/** Leaves by himself. */
export const mayLeave = (standing: Standing): boolean => standing === 'adviser'

export const partOf = (standing: Standing): Part => (standing === 'owner' ? 'creator' : 'adviser')
