// What becomes of every column: why it is kept, how long, whether the person gets it, what erasing does to it (TRU-2).
// A column without a line here fails tests/guards/columns.test.ts.

export type Fate = {
  /** Why the site keeps it. */
  purpose: string
  /** How long. */
  keep: Keep
  /** Whether the download of one's data holds it. */
  export: 'yes' | 'no'
  /** What the erasing of a person does to it. */
  erase: Erase
}
export type Keep = 'content' | 'account' | 'session' | 'registration' | 'mail' | 'log' | 'short' | 'always'
export type Erase = 'nothing personal' | 'row deleted' | 'emptied' | 'kept, pseudonymous'

export type ColumnFates = Record<string, Record<string, Fate>>

export const columns: ColumnFates = {}
