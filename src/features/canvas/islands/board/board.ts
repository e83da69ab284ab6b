// The board as it stands in the page: what changes is put where it belongs, in the order of positions.
import type { BoardChange, NoteChange } from '../../changes.ts'
import { inOrder } from '../../order.ts'

const revOf = (card: HTMLElement): number => Number(card.dataset.rev ?? 0)
const placeOf = (card: HTMLElement) => ({ position: card.dataset.position ?? '', id: Number(card.dataset.note) })

export const cardOf = (root: HTMLElement, id: number): HTMLElement | null => root.querySelector(`#post-it-${id}`)

const listOf = (root: HTMLElement, block: string): HTMLElement | null =>
  root.querySelector(`[data-block="${block}"] .notes`)

export const blockOf = (card: Element): string => card.closest<HTMLElement>('[data-block]')?.dataset.block ?? ''

/** Puts what changed on the board; an older word about a post-it than the one shown is left aside. */
export function applyChange(root: HTMLElement, change: BoardChange): void {
  for (const { id, rev } of change.gone) {
    const card = cardOf(root, id)
    if (card !== null && revOf(card) <= rev) card.remove()
  }
  for (const note of change.notes) putNote(root, note)
  const seen = Number(root.dataset.rev ?? 0)
  if (change.rev > seen) root.dataset.rev = String(change.rev)
}

function putNote(root: HTMLElement, note: NoteChange): void {
  const present = cardOf(root, note.id)
  if (present !== null && revOf(present) > note.rev) return
  const list = listOf(root, note.block)
  const template = document.createElement('template')
  template.innerHTML = note.html
  const card = template.content.firstElementChild as HTMLElement | null
  if (list === null || card === null) return
  const hadFocus = present?.contains(document.activeElement) === true
  present?.remove()
  const next = [...list.children].find((other) => inOrder(placeOf(card), placeOf(other as HTMLElement)) < 0)
  list.insertBefore(card, next ?? null)
  if (root.dataset.seat === 'writer') card.draggable = true
  if (hadFocus) card.querySelector<HTMLElement>('.note-open')?.focus()
}
