import { type SQL, sql } from 'drizzle-orm'

/** A list of constants of ours as SQL literals, for checks and indexes, where parameters are not allowed. Never typed text. */
export const literals = (values: readonly string[]): SQL => sql.raw(values.map((value) => `'${value}'`).join(', '))
