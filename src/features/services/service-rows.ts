// STR-4, « Nos services » in the form of a structure: rows that name a service each, `service.0`, `service.1`… A row is
// chosen in a list until it is saved; buttons add, move and take away rows, and save nothing.

export type Values = Record<string, readonly string[]>

const PREFIX = 'service.'
const MOST_ROWS = 60

export const GESTURES = {
  add: 'ajouter-service',
  up: 'monter-service.',
  down: 'descendre-service.',
  remove: 'retirer-service.',
}

export const isServiceGesture = (gesture: string): boolean =>
  gesture === GESTURES.add ||
  [GESTURES.up, GESTURES.down, GESTURES.remove].some(
    (start) => gesture.startsWith(start) && /^\d{1,3}$/.test(gesture.slice(start.length)),
  )

/** What stands in each row, in order: a number, or nothing yet. */
export function rowsOf(values: Values): string[] {
  return Object.entries(values)
    .filter(([name]) => /^service\.\d{1,3}$/.test(name))
    .sort(([one], [other]) => Number(one.slice(PREFIX.length)) - Number(other.slice(PREFIX.length)))
    .slice(0, MOST_ROWS)
    .map(([, all]) => all[0] ?? '')
}

/** The numbers chosen, each once, in order. */
export const chosenRows = (values: Values): number[] => [
  ...new Set(
    rowsOf(values)
      .filter((row) => /^\d{1,15}$/.test(row))
      .map(Number),
  ),
]

/** The form with these rows instead of its own. */
export function withRows(values: Values, rows: readonly string[]): Record<string, string[]> {
  const others = Object.entries(values).filter(([name]) => !name.startsWith(PREFIX))
  const all = rows.map((row, place) => [PREFIX + place, [row]] as const)
  return Object.fromEntries([...others, ...all]) as Record<string, string[]>
}

/** The form after one of the buttons of the list. */
export function applyServiceGesture(values: Values, gesture: string): Record<string, string[]> {
  const rows = rowsOf(values)
  if (gesture === GESTURES.add) return withRows(values, [...rows, ''].slice(0, MOST_ROWS))
  const place = Number(gesture.slice(gesture.indexOf('.') + 1))
  if (gesture.startsWith(GESTURES.remove))
    return withRows(
      values,
      rows.filter((_, at) => at !== place),
    )
  const other = gesture.startsWith(GESTURES.up) ? place - 1 : place + 1
  const [one, next] = [rows[place], rows[other]]
  if (one !== undefined && next !== undefined) {
    rows[place] = next
    rows[other] = one
  }
  return withRows(values, rows)
}
