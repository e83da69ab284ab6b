import type { Editor } from '@tiptap/core'
import { droppedSentence } from '#kernel/rich-text/dropped'
import { fromPlain } from '#kernel/rich-text/typed'
import { cleanHtml } from './clean-html.ts'
import { openDialog } from './dialog.ts'
import { make } from './make.ts'

/** ART-4, the button « W »: a box to paste into, where the text is seen as it will be, and what was taken out is said. */
export function pasteFromWord(editor: Editor): void {
  const hint =
    'Copiez votre texte dans Word, puis collez-le ici (Ctrl + V). Titres, listes, liens et tableaux sont gardés.'
  const help = make('p', { className: 'hint', id: 'collage-aide' }, hint)
  const box = make('div', { className: 'input prose rich paste-box', contentEditable: 'true', role: 'textbox' })
  box.ariaLabel = 'Texte à coller'
  box.ariaMultiLine = 'true'
  box.setAttribute('aria-describedby', help.id)
  const said = make('p', { role: 'status' })
  const insert = make('button', { type: 'button', className: 'button' }, 'Insérer dans le texte')
  const dialog = openDialog({ title: 'Coller depuis Word', body: [help, box, said], buttons: [insert] })
  box.addEventListener('paste', (act) => {
    act.preventDefault()
    const { html, dropped } = pastedIn(act)
    box.innerHTML = html
    said.textContent = droppedSentence(dropped) || 'Rien n’a été retiré.'
  })
  box.addEventListener('drop', (act) => act.preventDefault())
  insert.addEventListener('click', () => {
    const { html } = cleanHtml(box.innerHTML)
    dialog.close()
    if (html !== '') editor.chain().focus().insertContent(html).run()
  })
  box.focus()
}

function pastedIn(act: ClipboardEvent) {
  const html = act.clipboardData?.getData('text/html') ?? ''
  return cleanHtml(html === '' ? fromPlain(act.clipboardData?.getData('text/plain') ?? '') : html)
}
