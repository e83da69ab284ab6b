import { make } from './make.ts'

let count = 0

export type Asking = { title: string; body: readonly HTMLElement[]; buttons: readonly HTMLButtonElement[] }

/** A modal window over the page; gone from the page once closed, by « Annuler », by Échap or by an answer. */
export function openDialog({ title, body, buttons }: Asking): HTMLDialogElement {
  count += 1
  const heading = make('h2', { id: `fenetre-texte-${count}` }, title)
  const cancel = make('button', { type: 'button', className: 'button quiet' }, 'Annuler')
  const row = make('div', { className: 'row' }, ...buttons, cancel)
  const dialog = make('dialog', { className: 'dialog' }, heading, ...body, row)
  dialog.setAttribute('aria-labelledby', heading.id)
  cancel.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
