// REG-3: what a number of places would do to people, said while it is typed. The same rule and the same words as the server's.
import type { PresentList } from '../places.ts'
import { foreseenText, TYPED_FAULT_TEXTS } from '../places-texts.ts'
import { listFieldsOf, readTypedList } from '../typed-places.ts'

document.addEventListener('input', (typing) => {
  const list = (typing.target as Element).closest<HTMLElement>('[data-places-list]')
  const effect = list?.querySelector<HTMLElement>('.foreseen')
  if (list === null || list === undefined || effect === null || effect === undefined) return
  const text = effectOf(list)
  if (effect.textContent !== text) effect.textContent = text
})

function effectOf(list: HTMLElement): string {
  const facts = list.dataset.placesList ?? ''
  const present = facts === '' ? undefined : (JSON.parse(facts) as PresentList)
  const typed = readTypedList(listFieldsOf((name) => typedIn(list, name)))
  if (!('faults' in typed)) return foreseenText(present, typed)
  return typed.faults.map(({ because }) => TYPED_FAULT_TEXTS[because]).join(' ')
}

/** The fields of a list end with these words, whatever date and list come before. */
function typedIn(list: HTMLElement, name: string): string {
  const input = list.querySelector<HTMLInputElement>(`input[name$=".${name}"]`)
  if (input === null) return ''
  return input.type !== 'checkbox' || input.checked ? input.value : ''
}
