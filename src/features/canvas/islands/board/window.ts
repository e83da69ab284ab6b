// The page of a post-it, or of a new one, opened in a window over the board. Its forms are the page’s own.

/** The forms of that page in a window; `away` without a connection; undefined for another page, and the link is followed. */
export async function openWindow(href: string): Promise<HTMLDialogElement | 'away' | undefined> {
  const response = await fetch(href).catch(() => undefined)
  if (response === undefined) return 'away'
  if (!response.ok) return undefined
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const inside = page.querySelector('main .page')
  const title = inside?.querySelector('h1')?.textContent ?? ''
  if (inside === null || inside === undefined) return undefined
  for (const part of inside.querySelectorAll('.page-heading, .tabs')) part.remove()
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog note-window'
  dialog.setAttribute('aria-labelledby', 'fenetre-titre')
  const head = document.createElement('div')
  head.className = 'dialog-head'
  const heading = Object.assign(document.createElement('h2'), { id: 'fenetre-titre', textContent: title })
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button quiet slim',
    textContent: 'Fermer',
  })
  close.addEventListener('click', () => dialog.close())
  head.append(heading, close)
  dialog.append(head, ...inside.childNodes)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  dialog.querySelector<HTMLElement>('textarea')?.focus()
  return dialog
}

/** Says next to each field why it was refused. */
export function showErrors(form: HTMLFormElement, errors: Record<string, string>): void {
  for (const shown of form.querySelectorAll('.error')) shown.remove()
  for (const [name, text] of Object.entries(errors)) {
    const field = form.querySelector<HTMLElement>(`[name="${name}"]`)
    const said = Object.assign(document.createElement('p'), { className: 'error', textContent: text })
    said.setAttribute('role', 'alert')
    if (field === null) form.prepend(said)
    else {
      field.before(said)
      field.setAttribute('aria-invalid', 'true')
      field.focus()
    }
  }
}

/** The words of another window, saved in between: both are there, and the next saving is a choice. */
export function showSaved(form: HTMLFormElement, saved: { body: string; version: number }): void {
  const version = form.querySelector<HTMLInputElement>('[name="version"]')
  if (version !== null) version.value = String(saved.version)
  const between = 'Ce post-it a été modifié entre-temps. Une autre fenêtre a enregistré :'
  const next = 'Votre texte est ci-dessous : reprenez ce que vous voulez, puis « Enregistrer ».'
  form.prepend(warning(paragraph(between), paragraph(saved.body, 'typed'), paragraph(next)))
}

/** Words that waited on this device and that the site refused stay in sight, before the board. */
export function showRefusedWords(board: HTMLElement, words: string, because: string): void {
  board.before(warning(paragraph(`Non enregistré. ${because} Votre texte :`), paragraph(words, 'typed')))
}

const paragraph = (textContent: string, className = ''): HTMLElement =>
  Object.assign(document.createElement('p'), { textContent, className })

function warning(...parts: HTMLElement[]): HTMLElement {
  const notice = Object.assign(document.createElement('div'), { className: 'notice warn', role: 'alert' })
  notice.append(...parts)
  return notice
}
