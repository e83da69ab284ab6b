import { appendFileSync } from 'node:fs'

const { PROOF, PROOF_TABLE } = process.env

/** How many rounds a proof runs: a few in `npm test`, all of them in `npm run prove`. */
export const rounds = (few: number, all: number): number => (PROOF === 'whole' ? all : few)

/** A line of the table that `npm run prove` prints: `proved('R1', 'places given twice', 0, 'goal 0')`. */
export function proved(id: string, what: string, figure: string | number, goal: string): void {
  if (PROOF_TABLE) appendFileSync(PROOF_TABLE, `${JSON.stringify([id, what, String(figure), goal])}\n`)
}
