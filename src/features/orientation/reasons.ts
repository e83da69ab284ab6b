import type { ProjectSize } from '#features/events/rules.ts'
import type { Stage } from '#features/services/rules.ts'
import type { Need } from './needs.ts'
import type { AskedSector } from './sectors.ts'
import type { Situation } from './situations.ts'

/** Why a result is there; its sentence is in reason-texts.ts. */
export type Reason =
  | { kind: 'need'; need: Need }
  | { kind: 'stage'; stage: Stage }
  | { kind: 'situation'; situation: Situation }
  | { kind: 'activity'; word: string }
  | { kind: 'sector'; sector: AskedSector }
  | { kind: 'near'; km: number; commune: string }
  | { kind: 'serves'; commune: string }
  | { kind: 'size'; size: ProjectSize }
  | { kind: 'soon'; days: number }
  | { kind: 'free' | 'remote' | 'seats' | 'open' | 'creation' | 'everybody' }

/** A reason and what it weighs. */
export type Match = { reason: Reason; points: number }

/** Why a content is not proposed at all, whatever it has besides. */
export type Exclusion = 'elsewhere' | 'for-others' | 'paying' | 'remote' | 'full' | 'not-then' | 'off-topic'

export type Decision = { kind: 'in'; score: number; matches: readonly Match[] } | { kind: 'out'; why: Exclusion }

export function weigh(matches: readonly Match[]): Decision {
  const score = matches.reduce((sum, { points }) => sum + points, 0)
  return { kind: 'in', score, matches: matches.toSorted((a, b) => b.points - a.points) }
}

/** What is about the demand itself, rather than about where, when and how much. */
const ABOUT = new Set<Reason['kind']>(['need', 'stage', 'situation', 'activity', 'sector', 'creation'])
/** Whether it answers what was said, and not only what everybody is shown. */
export const isAsked = (matches: readonly Match[]): boolean =>
  matches.some(({ reason }) => reason.kind !== 'creation' && ABOUT.has(reason.kind))

export const isAbout = (matches: readonly Match[]): boolean => matches.some(({ reason }) => ABOUT.has(reason.kind))
