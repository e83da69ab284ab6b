import type { Editor } from '@tiptap/core'
import { safeLink } from '#kernel/rich-text/rules'
import { openDialog } from './dialog.ts'
import { make } from './make.ts'

const WRONG = 'Ce n’est pas une adresse : écrivez-la comme www.exemple.fr, nom@exemple.fr ou /evenements.'

/** Asks where the selected words lead; without a selection the address itself is written. */
export function askForLink(editor: Editor): void {
  const present: string = editor.getAttributes('link').href ?? ''
  const error = make('p', { className: 'error', id: 'lien-erreur', role: 'alert' })
  const input = make('input', {
    className: 'input',
    id: 'lien-adresse',
    type: 'text',
    value: present,
    inputMode: 'url',
  })
  input.setAttribute('aria-describedby', error.id)
  const label = make('label', { htmlFor: input.id }, 'Adresse du lien')
  const keep = make('button', { type: 'button', className: 'button' }, 'Enregistrer le lien')
  const remove = make('button', { type: 'button', className: 'button plain' }, 'Retirer le lien')
  const field = make('div', { className: 'field' }, label, error, input)
  const dialog = openDialog({ title: 'Lien', body: [field], buttons: present === '' ? [keep] : [keep, remove] })
  const save = () => {
    const href = safeLink(input.value)
    error.textContent = href === undefined ? WRONG : ''
    input.ariaInvalid = String(href === undefined)
    if (href === undefined) return input.focus()
    dialog.close()
    setLink(editor, href, input.value.trim())
  }
  keep.addEventListener('click', save)
  input.addEventListener('keydown', (press) => {
    if (press.key !== 'Enter') return
    press.preventDefault()
    save()
  })
  remove.addEventListener('click', () => {
    dialog.close()
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
  })
  input.focus()
}

function setLink(editor: Editor, href: string, typed: string): void {
  const chain = editor.chain().focus()
  if (editor.isActive('link')) chain.extendMarkRange('link').setMark('link', { href }).run()
  else if (!editor.state.selection.empty) chain.setMark('link', { href }).run()
  else chain.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run()
}
