// The canvas without leaving its page: others’ changes as they come, forms in a window, dragging, arrows, and what could not be
// sent kept on this device. All of it sends the forms that the pages have.
import type { BoardChange } from '../changes.ts'
import { applyChange, cardOf } from './board/board.ts'
import { letDrag } from './board/dragging.ts'
import { keyMove } from './board/keys.ts'
import { dropSent, putWaiting, waitingFor } from './board/queue.ts'
import { type Answer, send, typedIn } from './board/sending.ts'
import { openWindow, showErrors, showRefusedWords, showSaved } from './board/window.ts'

const CLOSED =
  'Ce projet ne vous est plus ouvert, ou ne peut plus être modifié : rien n’est plus envoyé. Ce que vous avez tapé est gardé ici.'
const REMOVED = 'Ce projet 360 a été supprimé : rien n’est plus envoyé. Ce que vous avez tapé est gardé ici.'
const AWAY =
  'Non enregistré : la connexion est coupée. Votre texte est gardé sur cet appareil, il partira à son retour.'
const SIGNED_OUT =
  'Non enregistré : vous êtes déconnecté. Votre texte est gardé sur cet appareil, il partira quand vous reviendrez ici.'
const AGAIN_MS = 5000
const LISTEN_AGAIN_MS = 10_000

class Canvas {
  readonly #root: HTMLElement
  readonly #state: HTMLElement
  /** Where what waits is kept: for this canvas and this account. */
  readonly #shelf: string
  #isClosed = false
  #isSending = false
  #isSignedOut = false

  constructor(root: HTMLElement) {
    this.#root = root
    this.#shelf = `${root.dataset.reader} ${location.pathname}`
    this.#state = root.querySelector<HTMLElement>('.canvas-state') ?? root
    this.#listen()
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#listen()
    })
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

  /** The live line; once cut, the browser opens it again by itself and says what it saw last, unless it was refused. */
  #listen(): void {
    const source = new EventSource(`${this.#root.dataset.live}?vu=${this.#root.dataset.rev}`)
    source.addEventListener('change', ({ data }) => applyChange(this.#root, JSON.parse(data) as BoardChange))
    source.addEventListener('turned', () => this.#say('Le projet a changé : rechargez la page pour voir où il en est.'))
    source.addEventListener('closed', ({ data }) => {
      source.close()
      if ((JSON.parse(data) as { signedOut: boolean }).signedOut) this.#signOut()
      else this.#close()
    })
    source.addEventListener('removed', () => {
      source.close()
      this.#close(REMOVED)
    })
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.#listenAgain(), LISTEN_AGAIN_MS)
    })
    addEventListener('pagehide', () => source.close(), { once: true })
  }

  /** A browser gives up a line that was refused, by a site that restarts or is full: why is asked before it is opened again. */
  async #listenAgain(): Promise<void> {
    const { live, rev } = this.#root.dataset
    const answer = await fetch(`${live}?suite=non&vu=${rev}`).catch(() => undefined)
    if (answer?.status === 401) this.#signOut()
    else if (answer?.status === 403 || answer?.status === 404) this.#close()
    else if (answer?.ok) this.#listen()
    else setTimeout(() => this.#listenAgain(), LISTEN_AGAIN_MS)
  }

  #close(because = CLOSED): void {
    this.#isClosed = true
    this.#say(because)
    this.#root.dataset.closed = ''
    for (const button of document.querySelectorAll<HTMLButtonElement>(
      'main button[type=submit], dialog button[type=submit]',
    ))
      button.disabled = true
    for (const form of document.querySelectorAll<HTMLFormElement>('.note-window form'))
      showErrors(form, { '': because })
  }

  /** The session is over: what is typed is kept, and the way back is one link. */
  #signOut(text = 'Vous êtes déconnecté.'): void {
    this.#isSignedOut = true
    const back = Object.assign(document.createElement('a'), {
      href: location.href,
      textContent: 'Se connecter et revenir ici',
    })
    this.#say(text)
    this.#state.append(' ', back)
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
    } else if (answer.kind === 'away' || answer.kind === 'signed-out') {
      this.#keep(form, body, dialog, answer.kind)
    } else {
      this.#done(answer)
      dialog.close()
      if (form.action.endsWith('/suppression')) this.#offerUndo(form.action)
    }
  }

  #keep(form: HTMLFormElement, body: string, dialog: HTMLDialogElement, because: 'away' | 'signed-out'): void {
    const label = form.querySelector('textarea')?.value ?? ''
    if (putWaiting(this.#shelf, { action: form.action, body, label })) {
      if (because === 'away') this.#say(AWAY)
      else this.#signOut(SIGNED_OUT)
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
    else if (answer.kind === 'signed-out') this.#signOut()
    else if (answer.kind === 'away') this.#say('La connexion est coupée : rien n’a bougé. Réessayez.')
    else this.#say(Object.values(answer.errors)[0] ?? 'Rien n’a changé.')
  }

  /** One after the other, in the order they were typed. */
  async #sendWaiting(): Promise<void> {
    if (this.#isSending || this.#isClosed || this.#isSignedOut) return
    this.#isSending = true
    for (let next = waitingFor(this.#shelf)[0]; next !== undefined; next = waitingFor(this.#shelf)[0]) {
      this.#say(AWAY)
      const answer = await send(next.action, next.body)
      if (answer.kind === 'away') break
      if (answer.kind === 'signed-out') {
        this.#signOut(SIGNED_OUT)
        break
      }
      if (answer.kind === 'closed') {
        this.#close()
        break
      }
      dropSent(this.#shelf, next)
      if (answer.kind === 'changed') this.#done(answer)
      else {
        this.#say('')
        showRefusedWords(this.#root, next.label, Object.values(answer.errors)[0] ?? 'Ce post-it avait changé.')
      }
    }
    this.#isSending = false
  }
}

for (const root of document.querySelectorAll<HTMLElement>('[data-island=canvas]')) new Canvas(root)
