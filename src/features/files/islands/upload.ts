// Sends what « Parcourir » chose piece by piece (tus 1.0), with a bar, a pause, and the way back after a cut or a reload.
// Then « Transférer » brings the form back with its file, as without JavaScript. What it cannot do, the form still does.

type Sent = { key?: string; refusal?: string }

const PIECE = 8 * 1024 * 1024
const HEADERS = { 'tus-resumable': '1.0.0' }
const LONGEST_WAIT_MS = 20_000

/** One file on its way. */
class Sending {
  readonly #file: File
  readonly #place: string
  readonly #memory: string
  readonly #show: (sent: number, words: string) => void
  #paused = false
  #wake = () => {}
  #cut = new AbortController()

  constructor(file: File, place: string, show: (sent: number, words: string) => void) {
    this.#file = file
    this.#place = place
    this.#show = show
    this.#memory = `envoi ${file.name} ${file.size} ${file.lastModified}`
  }

  pause(): void {
    this.#paused = true
    this.#cut.abort()
  }

  resume(): void {
    this.#paused = false
    this.#wake()
  }

  /** Goes on until the site has the whole file, and says what became of it; each failure is waited out, then asked about. */
  async run(): Promise<Sent> {
    for (let wait = 500; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      if (this.#paused) await new Promise<void>((resolve) => (this.#wake = resolve))
      try {
        this.#cut = new AbortController()
        return await this.#goOn(() => (wait = 500))
      } catch (error) {
        if (error instanceof Refused) return { refusal: error.message }
        if (!this.#paused) this.#show(-1, 'La ligne est coupée : l’envoi reprendra de lui-même.')
        if (!this.#paused) await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }

  async #goOn(alive: () => void): Promise<Sent> {
    const url = localStorage.getItem(this.#memory) ?? (await this.#begin())
    const head = await fetch(url, { method: 'HEAD', headers: HEADERS, signal: this.#cut.signal })
    if ([401, 403, 404, 410].includes(head.status)) localStorage.removeItem(this.#memory)
    let answer = head
    while (true) {
      if (!answer.ok) throw new Error(String(answer.status))
      const done = resultOf(answer)
      const offset = Number(answer.headers.get('upload-offset'))
      this.#show(offset, '')
      if (done !== undefined) localStorage.removeItem(this.#memory)
      if (done !== undefined) return done
      if (offset >= this.#file.size) throw new Error('not yet')
      alive()
      answer = await this.#send(url, offset)
    }
  }

  async #begin(): Promise<string> {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(this.#file.name)))
    const headers = { ...HEADERS, 'upload-length': String(this.#file.size), 'upload-metadata': `filename ${name}` }
    const answer = await fetch(this.#place, { method: 'POST', headers })
    if (answer.status === 401) throw new Refused('Votre session est terminée : reconnectez-vous dans un autre onglet.')
    if (answer.status === 413) throw new Refused('est trop lourd.')
    if (answer.status === 429) throw new Refused(await refusalIn(answer))
    if (answer.status === 400) throw new Refused('est vide.')
    const url = answer.headers.get('location')
    if (!answer.ok || url === null) throw new Error(String(answer.status))
    localStorage.setItem(this.#memory, url)
    return url
  }

  /** XMLHttpRequest, since it alone says how much has left. */
  #send(url: string, offset: number): Promise<Response> {
    const { signal } = this.#cut
    return new Promise((resolve, reject) => {
      // Paused since the last answer: its event has passed, and would stop nothing.
      if (signal.aborted) return reject(new Error('cut'))
      const call = new XMLHttpRequest()
      call.open('PATCH', url)
      for (const [name, value] of Object.entries(HEADERS)) call.setRequestHeader(name, value)
      call.setRequestHeader('content-type', 'application/offset+octet-stream')
      call.setRequestHeader('upload-offset', String(offset))
      call.upload.onprogress = ({ loaded }) => this.#show(offset + loaded, '')
      call.onerror = call.onabort = () => reject(new Error('cut'))
      call.onload = () => {
        const headers = new Headers()
        for (const name of ['upload-offset', 'upload-file', 'upload-refusal']) {
          headers.set(name, call.getResponseHeader(name) ?? '')
        }
        resolve(new Response(null, { status: call.status, headers }))
      }
      signal.addEventListener('abort', () => call.abort())
      call.send(this.#file.slice(offset, offset + PIECE))
    })
  }
}

class Refused extends Error {}

/** The sentence of the site, when it is one. */
async function refusalIn(answer: Response): Promise<string> {
  const isSentence = answer.headers.get('content-type')?.startsWith('text/plain')
  return isSentence ? answer.text() : 'n’a pas été pris : trop d’envois à la suite. Réessayez dans une heure.'
}

function resultOf({ headers }: Response): Sent | undefined {
  const [key, refusal] = [headers.get('upload-file'), headers.get('upload-refusal')]
  if (key) return { key }
  return refusal ? { refusal: decodeURIComponent(refusal) } : undefined
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, words = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = words
  return made
}

/** The bar, its words and its button, under the field. */
function panelOf(file: File) {
  const panel = element('div')
  const bar = element('progress')
  const words = element('p', `${file.name} : 0 %`)
  const button = element('button', 'Mettre en pause')
  panel.className = 'upload-panel'
  bar.max = file.size
  bar.setAttribute('aria-label', file.name)
  words.setAttribute('role', 'status')
  button.type = 'button'
  button.className = 'button quiet'
  panel.append(bar, words, button)
  const show = (sent: number, text: string) => {
    if (sent >= 0) bar.value = sent
    words.textContent = text || `${file.name} : ${Math.floor((bar.value / file.size) * 100)} %`
  }
  return { panel, button, show }
}

async function sendOne(part: HTMLElement, input: HTMLInputElement, file: File): Promise<boolean> {
  const { panel, button, show } = panelOf(file)
  input.after(panel)
  const sending = new Sending(file, part.dataset.uploads ?? '', show)
  let isPaused = false
  button.onclick = () => {
    isPaused = !isPaused
    button.textContent = isPaused ? 'Reprendre' : 'Mettre en pause'
    if (isPaused) sending.pause()
    else sending.resume()
  }
  const { key, refusal } = await sending.run()
  button.remove()
  if (key === undefined) {
    show(-1, refusal?.startsWith('«') ? refusal : `« ${file.name} » ${refusal}`)
    panel.classList.add('wrong')
    return false
  }
  const hidden = element('input')
  Object.assign(hidden, { type: 'hidden', name: `${part.dataset.prefix}.cle`, value: key })
  part.append(hidden)
  return true
}

function enhance(part: HTMLElement): void {
  const input = part.querySelector<HTMLInputElement>('input[type=file]')
  const send = part.querySelector<HTMLButtonElement>('button[value^="transferer."]')
  if (input === null || send === null) return
  send.addEventListener('click', async (event) => {
    const chosen = [...(input.files ?? [])]
    if (chosen.length === 0) return
    event.preventDefault()
    const heavy = chosen.find(({ size }) => size > Number(input.dataset.most))
    part.querySelector('.upload-panel')?.remove()
    if (heavy !== undefined) {
      const { panel, button, show } = panelOf(heavy)
      button.remove()
      panel.classList.add('wrong')
      show(0, `« ${heavy.name} » est trop lourd.`)
      return void input.after(panel)
    }
    send.disabled = true
    let isWhole = true
    for (const file of chosen) isWhole = (await sendOne(part, input, file)) && isWhole
    send.disabled = false
    if (!isWhole) return
    input.value = ''
    input.form?.requestSubmit(send)
  })
}

for (const part of document.querySelectorAll<HTMLElement>('[data-island~="upload"]')) enhance(part)
