import type { z } from 'zod'
import type { Fields } from './fields.ts'

export type FormErrors = Record<string, string>

export type FormReading<T> = { ok: true; value: T } | { ok: false; errors: FormErrors }

const UNSTORABLE =
  'Ce champ contient un caractère invisible que nous ne pouvons pas enregistrer : effacez-le et écrivez à nouveau.'

/**
 * Reads a form with its schema. `lists` names the fields that hold several values; any other field is one text.
 * A NUL or half of a character is refused by a sentence, since PostgreSQL cannot keep it.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  fields: Fields,
  lists: readonly string[] = [],
): FormReading<z.infer<Schema>> {
  const values = fields.toValues()
  const errors: FormErrors = {}
  const input: Record<string, unknown> = Object.create(null)
  for (const [name, all] of Object.entries(values)) {
    if (all.some((value) => value.includes('\0') || !value.isWellFormed())) errors[name] = UNSTORABLE
    input[name] = lists.includes(name) ? all : all[0]
  }
  for (const name of lists) input[name] ??= []
  const read = schema.safeParse({ ...input })
  if (read.success && Object.keys(errors).length === 0) return { ok: true, value: read.data }
  for (const issue of read.error?.issues ?? []) errors[issue.path.map(String).join('.')] ??= issue.message
  return { ok: false, errors }
}
