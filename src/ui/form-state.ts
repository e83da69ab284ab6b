/** What a form shows: the texts as they were typed (one name may hold several) and one sentence per wrong field.
 *  The error under `''` concerns the form as a whole. */
export type FormState = {
  values: Readonly<Record<string, readonly string[]>>
  errors: Readonly<Record<string, string>>
}

export const emptyForm: FormState = { values: {}, errors: {} }

/** A form opened on what is already known; undefined and null stand for an empty field. */
export function filledForm(
  values: Record<string, string | number | readonly string[] | boolean | null | undefined>,
): FormState {
  const kept: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) kept[name] = value
    else if (value === true) kept[name] = ['oui']
    else if (value !== null && value !== undefined && value !== false) kept[name] = [String(value)]
  }
  return { values: kept, errors: {} }
}

/** The text typed in a field, or the empty string. */
export function typedIn(state: FormState, name: string): string {
  return state.values[name]?.[0] ?? ''
}

/** Everything chosen under one name. */
export function chosenIn(state: FormState, name: string): readonly string[] {
  return state.values[name] ?? []
}

/** The sentence for a wrong field; undefined when the field is right. */
export function errorOf(state: FormState, name: string): string | undefined {
  return state.errors[name]
}

/** The id of a field's control (of the first choice in a group): where an error of the summary leads. */
export function fieldId(name: string, form?: string): string {
  const id = name.replaceAll('.', '-')
  return form === undefined ? `champ-${id}` : `champ-${form}-${id}`
}
