export type SizeTable = { files: number; median: number; ninthDecile: number; longest: readonly [string, number] }

const LIMITS = { median: 60, ninthDecile: 150, longest: 300 }

/** Of the lines of each file: the middle one, the one that nine in ten stay under, and the longest. */
export function sizeTable(lines: ReadonlyMap<string, number>): SizeTable {
  const sorted = [...lines].sort(([, a], [, b]) => a - b)
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? (['', 0] as const)
  return { files: sorted.length, median: at(0.5)[1], ninthDecile: at(0.9)[1], longest: at(1) }
}

/** What is over the house's limits, in words; empty when all is well. */
export function tooLong({ median, ninthDecile, longest }: SizeTable): string[] {
  return [
    ...(median > LIMITS.median ? [`the median file has ${median} lines, over ${LIMITS.median}`] : []),
    ...(ninthDecile > LIMITS.ninthDecile
      ? [`nine files in ten reach ${ninthDecile} lines, over ${LIMITS.ninthDecile}`]
      : []),
    ...tooLongAlone(longest),
  ]
}

/** Style sheets follow nouns, some of which have much to wear: only the longest counts. */
export const tooLongAlone = ([path, lines]: SizeTable['longest']): string[] =>
  lines > LIMITS.longest ? [`${path} has ${lines} lines, over ${LIMITS.longest}`] : []
