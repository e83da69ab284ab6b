// A form that was sent after the end of its session, on its way through signing in (R13), in one field. As JSON, so that a
// long text weighs there what it weighed in its own form; twice encoded, it would outgrow what the site takes.

export type KeptFields = readonly (readonly [string, string])[]

/** The empty text when there is nothing to keep. */
export const writeKeptForm = (fields: KeptFields): string => (fields.length === 0 ? '' : JSON.stringify(fields))

/** What was kept; nothing of what no page of ours wrote. */
export function readKeptForm(text: string): KeptFields {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read.filter(isField) : []
  } catch {
    return []
  }
}

const isField = (field: unknown): field is [string, string] =>
  Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === 'string')
