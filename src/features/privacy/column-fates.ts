/** How long a datum is kept. */
export const KEPT_FOR = {
  content: 'as long as the content it belongs to',
  account: 'the account: 24 months without signing in, 7 days when the address was never confirmed',
  session: 'until signed out, 30 days unused at most',
  link: '60 minutes, then 30 days as a used or dead link',
  registration: '12 months after the date, then anonymous counts',
  project: 'as long as the account of its creator',
  invitation: 'while it holds; an invitation without answer, or the address of one that ended, 30 days',
  recommendation: '12 months; an address without account, 30 days, then a keyed hash',
  objection: 'until the person takes it back',
  mail: '12 months after it was settled; a message written to the site, 12 months',
  log: '12 months, append-only',
  draft: '60 days after the last key, or until its form is saved',
  days: '2 days at most',
  reference: 'until a newer version of the source replaces it',
  running: 'while it serves',
} as const

/** What erasing a person does to it. */
export type Erasing = 'not personal' | 'row deleted' | 'emptied' | 'kept, pseudonymous' | 'link to the person removed'

export type Fate = {
  /** Why the site keeps it. */
  purpose: string
  keep: keyof typeof KEPT_FOR
  /** Whether the download of one’s data holds it. */
  exported: boolean
  erase: Erasing
}

export type TableFates = Record<string, Fate>

/** Of a table whose columns are all treated alike: what each one is for. */
export function alike(fate: Omit<Fate, 'purpose'>, purposes: Record<string, string>): TableFates {
  return Object.fromEntries(Object.entries(purposes).map(([column, purpose]) => [column, { ...fate, purpose }]))
}

/** A table that says nothing of a person. */
export const impersonal = (keep: keyof typeof KEPT_FOR, purposes: Record<string, string>): TableFates =>
  alike({ keep, exported: false, erase: 'not personal' }, purposes)
