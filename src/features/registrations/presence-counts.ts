// REG-8: who came, counted.
import type { Presence } from './rules.ts'

export type PresenceCounts = { expected: number; present: number; absent: number; unmarked: number }

export function countPresences(expected: readonly { presence: Presence | null }[]): PresenceCounts {
  const count = (wanted: Presence | null) => expected.filter(({ presence }) => presence === wanted).length
  return { expected: expected.length, present: count('present'), absent: count('absent'), unmarked: count(null) }
}
