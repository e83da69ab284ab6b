import { Editor } from '@tiptap/core'
import { droppedSentence } from '#kernel/rich-text/dropped'
import { htmlOfTyped } from '#kernel/rich-text/typed'
import '../../sheets/rich-text-editor.css'
import { cleanHtml } from './clean-html.ts'
import { make } from './make.ts'
import { EXTENSIONS } from './schema.ts'
import { makeToolbar } from './toolbar.ts'

/** Puts an editor in place of the textarea of a field. The textarea stays in the form, and holds the text at each change. */
export function openEditor(field: HTMLElement): void {
  const textarea = field.querySelector('textarea')
  if (textarea === null) return
  const { id } = textarea
  const room = make('div', { className: 'rich-room' })
  const said = make('p', { className: 'hint', role: 'status' })
  const editor = new Editor({
    element: room,
    extensions: EXTENSIONS,
    content: cleanHtml(htmlOfTyped(textarea.value)).html,
    injectCSS: false,
    editorProps: {
      attributes: attributesOf(textarea),
      transformPastedHTML: (html) => cleanPaste(html, said),
      handleDOMEvents: { keydown: leaving() },
    },
    onUpdate: ({ editor: { isEmpty } }) => mirror(textarea, isEmpty ? '' : cleanHtml(editor.getHTML()).html),
  })
  name(field, textarea, editor)
  field.prepend(room)
  field.prepend(makeToolbar(editor, id))
  field.append(said)
}

function attributesOf(textarea: HTMLTextAreaElement): Record<string, string> {
  const ties = ['aria-describedby', 'aria-invalid'].flatMap((name) => {
    const value = textarea.getAttribute(name)
    return value === null ? [] : [[name, value] as const]
  })
  return {
    ...{ class: 'input prose rich', role: 'textbox', 'aria-multiline': 'true', id: textarea.id },
    ...{ 'aria-labelledby': `${textarea.id}-nom`, 'aria-required': String(textarea.required) },
    ...Object.fromEntries(ties),
  }
}

/** The label and the links to the field lead to the editor from now on. */
function name(field: HTMLElement, textarea: HTMLTextAreaElement, editor: Editor): void {
  const label = field.closest('.field')?.querySelector('label')
  if (label) {
    label.id = `${textarea.id}-nom`
    label.removeAttribute('for')
    label.addEventListener('click', () => editor.commands.focus())
  }
  textarea.id = `${textarea.id}-source`
  textarea.hidden = true
}

/** Whoever keeps the form (autosave, the form itself) reads the textarea and hears its change. */
function mirror(textarea: HTMLTextAreaElement, html: string): void {
  textarea.value = html
  textarea.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What is lost is said. */
function cleanPaste(html: string, said: HTMLElement): string {
  const cleaned = cleanHtml(html)
  said.textContent = droppedSentence(cleaned.dropped)
  return cleaned.html
}

/** Tab moves in lists and tables; after Échap it leaves the text, as everywhere else. */
function leaving() {
  let mayLeave = false
  return (_: unknown, press: KeyboardEvent): boolean => {
    if (press.key === 'Tab') return mayLeave
    if (press.key !== 'Shift') mayLeave = press.key === 'Escape'
    return false
  }
}
