// Keeps what is typed in a long form: three seconds after the last key, and on leaving. What the site does not take stays on
// this device until the site has it or its author throws it away. The words beside « Enregistrer » are the site’s own
// answer, or say that there was none.
import { draftText } from '../draft-text.ts'
import { DRAFT_TEXTS } from '../texts.ts'
import { dropCopy, findCopy, putCopy } from './autosave/copies.ts'
import { sendText } from './autosave/sending.ts'

const PAUSE_MS = 3000
const AGAIN_MS = 15_000

class Keeper {
  readonly #form: HTMLFormElement
  readonly #mark: HTMLElement
  readonly #url: string
  readonly #shelf: string
  #kept: string
  #isTouched = false
  #isBusy = false
  #isSent = false
  #isLost = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(form: HTMLFormElement, mark: HTMLElement) {
    const { url = '', person = '', dirty } = mark.dataset
    this.#form = form
    this.#mark = mark
    this.#url = url
    this.#shelf = `brouillon ${person} ${url} `
    this.#kept = this.#text()
    this.#listen()
    if (dirty !== undefined) {
      this.#kept = ''
      this.#typed()
    }
  }

  /** What a former page could not send is offered above the form. */
  offerCopy(part: HTMLElement): void {
    const copy = findCopy(this.#shelf, (this.#mark.dataset.known ?? '').split(' '))
    const since = part.querySelector('[data-since]')
    if (copy === undefined || since === null) return
    since.textContent = new Date(copy.at).toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' })
    part.hidden = false
    part.addEventListener('click', async ({ target }) => {
      const act = (target as Element).closest<HTMLElement>('[data-copy]')?.dataset.copy
      if (act === undefined) return
      const sent = act === 'drop' || (await sendText(this.#url, `${copy.text}&submission=${copy.page}`, false)).ok
      if (!sent) return this.#say(DRAFT_TEXTS.failed, true)
      dropCopy(copy.place)
      if (act === 'drop') part.hidden = true
      else location.search = `?brouillon=${copy.page}`
    })
  }

  #listen(): void {
    for (const act of ['input', 'change', 'part']) document.addEventListener(act, () => this.#typed())
    addEventListener('online', () => this.#save())
    addEventListener('pagehide', () => this.#leave())
    document.addEventListener('visibilitychange', () => document.hidden && this.#save())
    document.addEventListener('submit', (act) => this.#submitted(act), true)
    addEventListener('pageshow', () => {
      this.#isSent = false
    })
    addEventListener('beforeunload', (act) => {
      if (this.#isLost && !this.#isSent) act.preventDefault()
    })
  }

  #text(): string {
    return draftText(new FormData(this.#form))
  }

  #valueOf(name: string): string {
    return String(new FormData(this.#form).get(name) ?? '')
  }

  get #isBehind(): boolean {
    return this.#isTouched && !this.#isSent && this.#text() !== this.#kept
  }

  #typed(): void {
    this.#isTouched = true
    if (!this.#isBehind) return
    this.#say(DRAFT_TEXTS.typing)
    this.#later(PAUSE_MS)
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#save(), ms)
  }

  async #save(lasting = false): Promise<void> {
    if (!this.#isBehind || (this.#isBusy && !lasting)) return
    const text = this.#text()
    const page = this.#valueOf('submission')
    this.#isBusy = true
    const held = `&submission=${page}&brouillon=${this.#valueOf('brouillon')}`
    const { ok, words } = await sendText(this.#url, text + held, lasting)
    this.#isBusy = false
    if (!ok) return this.#keepHere(text, words)
    this.#kept = text
    this.#isLost = false
    dropCopy(this.#shelf + page)
    if (this.#isBehind) this.#later(PAUSE_MS)
    else this.#say(words)
  }

  #keepHere(text: string, why: string): void {
    this.#isLost = !putCopy(this.#shelf, this.#valueOf('submission'), text)
    this.#say(why + (this.#isLost ? DRAFT_TEXTS.nowhere : DRAFT_TEXTS.alsoHere), true)
    this.#later(AGAIN_MS)
  }

  /** Nobody hears whether the last save arrives: the copy is dropped at the next visit if it did. */
  #leave(): void {
    if (!this.#isBehind) return
    this.#keepHere(this.#text(), DRAFT_TEXTS.failed)
    void this.#save(true)
  }

  #submitted(act: SubmitEvent): void {
    if (act.target !== this.#form) return
    if (navigator.onLine) {
      this.#isSent = true
      return
    }
    act.preventDefault()
    this.#keepHere(this.#text(), DRAFT_TEXTS.failed)
  }

  #say(words: string, isAlarm = false): void {
    this.#mark.ariaLive = isAlarm ? 'polite' : 'off'
    this.#mark.toggleAttribute('data-alarm', isAlarm)
    this.#mark.toggleAttribute('data-typing', words === DRAFT_TEXTS.typing)
    if (this.#mark.textContent !== words) this.#mark.textContent = words
  }
}

const mark = document.querySelector<HTMLElement>('[data-island=autosave]')
const form = mark?.closest('form')
const part = document.getElementById('copie')
if (mark && form && part) new Keeper(form, mark).offerCopy(part)
