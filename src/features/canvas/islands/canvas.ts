// The canvas without leaving its page: others’ changes as they come, forms in a window, dragging, arrows, and what could not be
// sent kept on this device. All of it sends the forms that the pages have.
import type { BoardChange } from '../changes.ts'
import { applyChange, cardOf } from './board/board.ts'
import { letDrag } from './board/dragging.ts'
import { keyMove } from './board/keys.ts'
import { dropFirst, putWaiting, waitingFor } from './board/queue.ts'
import { type Answer, send, typedIn } from './board/sending.ts'
import { openWindow, showErrors, showSaved } from './board/window.ts'

const CLOSED = 'Ce projet ne vous est plus ouvert : rien n’est plus envoyé. Ce que vous avez tapé est gardé ici.'
const AWAY =
  'Non enregistré : la connexion est coupée. Votre texte est gardé sur cet appareil, il partira à son retour.'
const AGAIN_MS = 5000

class Canvas {
  readonly #root: HTMLElement
  readonly #state: HTMLElement
  readonly #path = location.pathname
  #isClosed = false
  #isSending = false

  constructor(root: HTMLElement) {
    this.#root = root
    this.#state = root.querySelector<HTMLElement>('.canvas-state') ?? root
    this.#listen()
    root.addEventListener('click', (event) => this.#clicked(event))
    if (root.dataset.seat === 'writer') {
      letDrag(root, ({ id, block, after }) =>
        this.#move(id, { bloc: block, place: after === null ? 'debut' : String(after) }),
      )
      root.addEventListener('keydown', (event) => {
        const move = keyMove(event)
        if (move === undefined) return
        event.preventDefault()
        this.#move(move.id, move.fields)
      })
    }
    addEventListener('online', () => this.#sendWaiting())
    setInterval(() => this.#sendWaiting(), AGAIN_MS)
    void this.#sendWaiting()
  }

  #say(text: string): void {
    if (this.#state.textContent !== text) this.#state.textContent = text
  }

  /** The live line; the browser opens it again by itself, and says what it saw last. */
  #listen(): void {
    const source = new EventSource(`${this.#root.dataset.live}?vu=${this.#root.dataset.rev}`)
    source.addEventListener('change', ({ data }) => applyChange(this.#root, JSON.parse(data) as BoardChange))
    source.addEventListener('turned', () => this.#say('Le projet a changé : rechargez la page pour voir où il en est.'))
    source.addEventListener('closed', () => {
      source.close()
      this.#close()
    })
    addEventListener('pagehide', () => source.close())
  }

  #close(): void {
    this.#isClosed = true
    this.#say(CLOSED)
    this.#root.dataset.closed = ''
    for (const button of document.querySelectorAll<HTMLButtonElement>(
      'main button[type=submit], dialog button[type=submit]',
    ))
      button.disabled = true
    for (const form of document.querySelectorAll<HTMLFormElement>('.note-window form')) showErrors(form, { '': CLOSED })
  }

  async #clicked(event: MouseEvent): Promise<void> {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.note-open, .add-note')
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || this.#isClosed) return
    event.preventDefault()
    const dialog = await openWindow(link.href)
    if (dialog === 'away') {
      this.#say('La connexion est coupée : réessayez dans un instant.')
      return
    }
    if (dialog === undefined) {
      location.assign(link.href)
      return
    }
    dialog.addEventListener('submit', (sent) => this.#submitted(sent, dialog))
    dialog.addEventListener('close', () => this.#focusAfter(link))
  }

  #focusAfter(link: HTMLAnchorElement): void {
    const id = /post-its\/(\d+)/.exec(link.href)?.[1]
    const again = id === undefined ? link : cardOf(this.#root, Number(id))?.querySelector<HTMLElement>('.note-open')
    again?.focus()
  }

  async #submitted(event: SubmitEvent, dialog: HTMLDialogElement): Promise<void> {
    const form = event.target as HTMLFormElement
    // Closing a thread comes back to the page of its post-it.
    if (form.method !== 'post' || form.action.endsWith('/cloture')) return
    event.preventDefault()
    const body = typedIn(form, { vu: this.#root.dataset.rev ?? '' })
    this.#say('Enregistrement…')
    const answer = await send(form.action, body)
    if (answer.kind === 'refused') {
      this.#say('')
      showErrors(form, answer.errors)
      if (answer.saved !== undefined) showSaved(form, answer.saved)
    } else if (answer.kind === 'closed') {
      showErrors(form, { '': CLOSED })
      this.#close()
    } else if (answer.kind === 'away') {
      this.#keep(form, body, dialog)
    } else {
      this.#done(answer)
      dialog.close()
      if (form.action.endsWith('/suppression')) this.#offerUndo(form.action)
    }
  }

  #keep(form: HTMLFormElement, body: string, dialog: HTMLDialogElement): void {
    const label = form.querySelector('textarea')?.value ?? ''
    if (putWaiting(this.#path, { action: form.action, body, label })) {
      this.#say(AWAY)
      dialog.close()
    } else showErrors(form, { '': 'La connexion est coupée. Laissez cette fenêtre ouverte et réessayez.' })
  }

  #done({ change }: Extract<Answer, { kind: 'changed' }>): void {
    applyChange(this.#root, change)
    const hour = new Date().toLocaleTimeString('fr-FR', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Paris',
    })
    this.#say(`${change.said} Enregistré à ${hour}.`)
  }

  #offerUndo(action: string): void {
    const undo = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button plain slim',
      textContent: 'Annuler',
    })
    undo.addEventListener('click', () => this.#act(action, { annuler: 'oui' }))
    this.#state.append(' ', undo)
    undo.focus()
  }

  #move(id: number, fields: Record<string, string>): void {
    const link = cardOf(this.#root, id)?.querySelector<HTMLAnchorElement>('.note-open')
    if (link) void this.#act(`${link.href}/deplacement`, fields)
  }

  async #act(action: string, fields: Record<string, string>): Promise<void> {
    if (this.#isClosed) return
    const submission = crypto.randomUUID()
    const answer = await send(
      action,
      new URLSearchParams({ ...fields, submission, vu: this.#root.dataset.rev ?? '' }).toString(),
    )
    if (answer.kind === 'changed') this.#done(answer)
    else if (answer.kind === 'closed') this.#close()
    else if (answer.kind === 'away') this.#say('La connexion est coupée : rien n’a bougé. Réessayez.')
    else this.#say(Object.values(answer.errors)[0] ?? 'Rien n’a changé.')
  }

  /** Words that waited on this device and that the site refused stay in sight. */
  #giveBack(words: string, because: string): void {
    const notice = document.createElement('div')
    notice.className = 'notice warn'
    notice.setAttribute('role', 'alert')
    const say = (textContent: string, className = '') =>
      Object.assign(document.createElement('p'), { textContent, className })
    notice.append(say(`Non enregistré. ${because} Votre texte :`), say(words, 'typed'))
    this.#root.before(notice)
    this.#say('')
  }

  /** One after the other, in the order they were typed. */
  async #sendWaiting(): Promise<void> {
    if (this.#isSending || this.#isClosed) return
    this.#isSending = true
    for (let next = waitingFor(this.#path)[0]; next !== undefined; next = waitingFor(this.#path)[0]) {
      this.#say(AWAY)
      const answer = await send(next.action, next.body)
      if (answer.kind === 'away') break
      if (answer.kind === 'closed') {
        this.#close()
        break
      }
      dropFirst(this.#path)
      if (answer.kind === 'changed') this.#done(answer)
      else this.#giveBack(next.label, Object.values(answer.errors)[0] ?? 'Ce post-it avait changé.')
    }
    this.#isSending = false
  }
}

for (const root of document.querySelectorAll<HTMLElement>('[data-island=canvas]')) new Canvas(root)
