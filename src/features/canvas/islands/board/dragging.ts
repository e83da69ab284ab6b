import { blockOf } from './board.ts'

export type Drop = { id: number; block: string; after: number | null }

/** Dragging a post-it to another place. `dropped` says where it was let go. */
export function letDrag(root: HTMLElement, dropped: (drop: Drop) => void): void {
  let moving: HTMLElement | undefined
  const clear = () => {
    for (const shown of root.querySelectorAll('.drop-before, .drop-end'))
      shown.classList.remove('drop-before', 'drop-end')
  }
  for (const card of root.querySelectorAll<HTMLElement>('.note')) card.draggable = true
  root.addEventListener('dragstart', (event) => {
    moving = (event.target as Element).closest<HTMLElement>('.note') ?? undefined
    if (moving === undefined) return
    moving.dataset.moving = ''
    event.dataTransfer?.setData('text/plain', moving.querySelector('p')?.textContent ?? '')
  })
  root.addEventListener('dragend', () => {
    if (moving !== undefined) delete moving.dataset.moving
    moving = undefined
    clear()
  })
  root.addEventListener('dragover', (event) => {
    const place = moving && placeAt(event, moving)
    if (place === undefined) return
    event.preventDefault()
    clear()
    if (place.next === null) place.list.classList.add('drop-end')
    else place.next.classList.add('drop-before')
  })
  root.addEventListener('drop', (event) => {
    const place = moving && placeAt(event, moving)
    if (moving === undefined || place === undefined) return
    event.preventDefault()
    const cards = [...place.list.querySelectorAll<HTMLElement>('.note')].filter((card) => card !== moving)
    const index = place.next === null ? cards.length : cards.indexOf(place.next)
    const after = cards[index - 1]
    dropped({
      id: Number(moving.dataset.note),
      block: blockOf(place.list),
      after: after === undefined ? null : Number(after.dataset.note),
    })
  })
}

/** The list under the pointer, and the post-it before which it would go. */
function placeAt(event: DragEvent, moving: HTMLElement): { list: HTMLElement; next: HTMLElement | null } | undefined {
  const list = (event.target as Element).closest('[data-block]')?.querySelector<HTMLElement>('.notes')
  if (list === null || list === undefined) return undefined
  const cards = [...list.querySelectorAll<HTMLElement>('.note')].filter((card) => card !== moving)
  const next = cards.find((card) => {
    const box = card.getBoundingClientRect()
    return event.clientY < box.top + box.height / 2
  })
  return { list, next: next ?? null }
}
