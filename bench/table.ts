export type Line = { what: string; figure: string; goal: string; reached: boolean | undefined }

const SIGNS = new Map([
  [true, 'ok'],
  [false, 'MISSED'],
  [undefined, ''],
])

/** A figure with at most three digits that mean something. */
export const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

export const atMost = (what: string, value: number, limit: number, unit: string): Line => ({
  what,
  figure: `${short(value)} ${unit}`.trim(),
  goal: `≤ ${short(limit)} ${unit}`.trim(),
  reached: value <= limit,
})

export const atLeast = (what: string, value: number, limit: number, unit: string): Line => ({
  what,
  figure: `${short(value)} ${unit}`.trim(),
  goal: `≥ ${short(limit)} ${unit}`.trim(),
  reached: value >= limit,
})

export const told = (what: string, figure: string): Line => ({ what, figure, goal: '', reached: undefined })

export function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`)
  const width = Math.max(...lines.map(({ what }) => what.length))
  for (const { what, figure, goal, reached } of lines) {
    console.log(`  ${what.padEnd(width)}  ${figure.padStart(14)}  ${goal.padEnd(16)} ${SIGNS.get(reached)}`.trimEnd())
  }
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
