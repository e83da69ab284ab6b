import type { Editor } from '@tiptap/core'
import { addresses } from '#addresses'
import { openDialog } from './dialog.ts'
import { make } from './make.ts'

const NONE =
  'Aucune image n’est encore attachée : choisissez-la dans ce formulaire, cliquez sur « Transférer », puis revenez ici.'
const NO_WORDS = 'Décrivez l’image pour qui ne la voit pas, ou cochez « L’image est un décor ».'

type Attached = { src: string; name: string; alternative: string; width: number | null; height: number | null }

/** Whether the form has a place for files: an image of a text is one of those that its content shows. */
export const takesImages = (editor: Editor): boolean => formOf(editor)?.querySelector('.attachments') != null

const formOf = (editor: Editor) => editor.view.dom.closest('form')

/** The images attached in the form, the picture of the content among them. */
function attachedIn(form: HTMLFormElement | null): Attached[] {
  return [...(form?.querySelectorAll<HTMLElement>('.attached') ?? [])].flatMap((part): Attached[] => {
    const image = part.querySelector('img')
    const keyField = part.querySelector<HTMLInputElement>('input[name$=".cle"]')
    const name = part.querySelector('legend')?.textContent ?? ''
    const isImage = image !== null && !new URL(image.src).searchParams.has('format')
    if (keyField === null || !isImage) return []
    const said = part.querySelector<HTMLInputElement>('[name$=".alternative"]')?.value ?? ''
    const size = (side: 'width' | 'height') => Number(image.getAttribute(side)) || null
    const src = addresses.files.one({ key: keyField.value, name })
    return [{ src, name, alternative: said || image.alt, width: size('width'), height: size('height') }]
  })
}

/** Asks which of the attached images, and its words for who does not see it. */
export function askForImage(editor: Editor): void {
  const images = attachedIn(formOf(editor))
  if (images.length === 0) {
    openDialog({ title: 'Image', body: [make('p', {}, NONE)], buttons: [] })
    return
  }
  const error = make('p', { className: 'error', id: 'image-erreur', role: 'alert' })
  const choice = make('select', { className: 'input', id: 'image-choix' })
  choice.append(...images.map(({ name }, rank) => make('option', { value: String(rank) }, name)))
  const words = make('input', { className: 'input', id: 'image-texte', value: images[0]?.alternative ?? '' })
  words.setAttribute('aria-describedby', error.id)
  const decor = make('input', { type: 'checkbox', id: 'image-decor' })
  const decorLabel = make('label', { htmlFor: decor.id }, 'L’image est un décor')
  const insert = make('button', { type: 'button', className: 'button' }, 'Insérer l’image')
  const body = [
    make('div', { className: 'field' }, make('label', { htmlFor: choice.id }, 'Image attachée'), choice),
    make('div', { className: 'field' }, make('label', { htmlFor: words.id }, 'Texte de remplacement'), error, words),
    make('div', { className: 'choice' }, decor, decorLabel),
  ]
  const dialog = openDialog({ title: 'Image', body, buttons: [insert] })
  choice.addEventListener('change', () => {
    words.value = images[Number(choice.value)]?.alternative ?? ''
  })
  insert.addEventListener('click', () => {
    const image = images[Number(choice.value)]
    const alt = decor.checked ? '' : words.value.trim()
    error.textContent = alt === '' && !decor.checked ? NO_WORDS : ''
    if (image === undefined || error.textContent !== '') return words.focus()
    dialog.close()
    const { src, width, height } = image
    editor.chain().focus().insertContent({ type: 'figure', attrs: { src, alt, width, height } }).run()
  })
}
