import { BLOCKS, isBlock } from '../../board.ts'
import { blockOf } from './board.ts'

export type KeyMove = { id: number; fields: Record<string, string> }

const STEPS: Record<string, 'haut' | 'bas' | -1 | 1> = {
  ArrowUp: 'haut',
  ArrowDown: 'bas',
  ArrowLeft: -1,
  ArrowRight: 1,
}

/** Alt and an arrow, on a post-it: up, down, or to the end of the block before or after. */
export function keyMove(event: KeyboardEvent): KeyMove | undefined {
  const step = STEPS[event.key]
  const card = (event.target as Element).closest<HTMLElement>('.note')
  if (!event.altKey || step === undefined || card === null) return undefined
  const id = Number(card.dataset.note)
  if (typeof step === 'string') return { id, fields: { place: step } }
  const block = blockOf(card)
  const next = isBlock(block) ? BLOCKS[BLOCKS.indexOf(block) + step] : undefined
  return next === undefined ? undefined : { id, fields: { bloc: next, place: 'fin' } }
}
