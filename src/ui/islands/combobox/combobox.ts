// A list of proposals under a field that already works: the « editable combobox with list autocomplete » of the ARIA
// practices (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The arrows walk through it.

const WAIT_MS = 150

export type Proposal = { label: string; note?: string }

export type Proposing<One extends Proposal> = {
  /** Where proposals are asked for, `?q=` and what is typed. */
  address: string
  /** Ends the identifier of the list. */
  id: string
  /** Names the list for who does not see it. */
  name: string
  /** What choosing one does; the list then closes by itself, or the page leaves. */
  take(one: One, combobox: Combobox<One>): void
}

/** Follows one field for the life of the page. */
export class Combobox<One extends Proposal> {
  readonly #input: HTMLInputElement
  readonly #proposing: Proposing<One>
  readonly #list = document.createElement('ul')
  #shown: readonly One[] = []
  #chosen = -1
  #asked = new AbortController()

  constructor(input: HTMLInputElement, proposing: Proposing<One>) {
    this.#input = input
    this.#proposing = proposing
    const { id, name } = proposing
    Object.assign(this.#list, { id: `${input.id}-${id}`, hidden: true, role: 'listbox', ariaLabel: name })
    Object.assign(input, { role: 'combobox', autocomplete: 'off', ariaAutoComplete: 'list', ariaExpanded: 'false' })
    input.setAttribute('aria-controls', this.#list.id)
    const frame = Object.assign(document.createElement('div'), { className: 'suggest' })
    input.replaceWith(frame)
    frame.append(input, this.#list)
    this.#listen()
  }

  #listen(): void {
    let timer: ReturnType<typeof setTimeout> | undefined
    this.#input.addEventListener('input', () => {
      clearTimeout(timer)
      if (this.#input.value.trim().length < 2) this.close()
      else timer = setTimeout(() => void this.#ask(), WAIT_MS)
    })
    this.#input.addEventListener('keydown', (press) => {
      if (!this.#list.hidden && this.#press(press.key)) press.preventDefault()
    })
    this.#input.addEventListener('blur', () => this.close())
    // The field keeps the focus while a proposal is clicked.
    this.#list.addEventListener('pointerdown', (press) => press.preventDefault())
    this.#list.addEventListener('click', ({ target }) => {
      const item = (target as HTMLElement).closest('li')
      if (item !== null) this.#take([...this.#list.children].indexOf(item))
    })
  }

  /** Whether the key was for the list. */
  #press(key: string): boolean {
    if (key === 'ArrowDown') this.#move(1)
    else if (key === 'ArrowUp') this.#move(-1)
    else if (key === 'Escape') this.close()
    else if (key === 'Enter' && this.#chosen >= 0) this.#take(this.#chosen)
    else return false
    return true
  }

  #move(step: 1 | -1): void {
    const { children } = this.#list
    children[this.#chosen]?.setAttribute('aria-selected', 'false')
    const from = this.#chosen < 0 && step < 0 ? 0 : this.#chosen
    this.#chosen = (from + step + children.length) % children.length
    const now = children[this.#chosen]
    now?.setAttribute('aria-selected', 'true')
    now?.scrollIntoView({ block: 'nearest' })
    this.#input.setAttribute('aria-activedescendant', now?.id ?? '')
  }

  #take(rank: number): void {
    const chosen = this.#shown[rank]
    if (chosen !== undefined) this.#proposing.take(chosen, this)
  }

  /** Shows no proposal until something is typed again. */
  close(): void {
    this.#show([])
  }

  #show(proposals: readonly One[]): void {
    this.#shown = proposals
    this.#chosen = -1
    this.#input.removeAttribute('aria-activedescendant')
    this.#list.replaceChildren(...proposals.map((one, rank) => this.#option(one, rank)))
    this.#list.hidden = proposals.length === 0
    this.#input.ariaExpanded = String(!this.#list.hidden)
  }

  #option({ label, note }: Proposal, rank: number): HTMLLIElement {
    const item = Object.assign(document.createElement('li'), { id: `${this.#list.id}-${rank}` })
    item.append(label)
    if (note !== undefined) {
      const what = Object.assign(document.createElement('span'), { className: 'soft small', textContent: ` ${note}` })
      item.append(what)
    }
    return Object.assign(item, { role: 'option', ariaSelected: 'false' })
  }

  async #ask(): Promise<void> {
    this.#asked.abort()
    this.#asked = new AbortController()
    try {
      const url = `${this.#proposing.address}?q=${encodeURIComponent(this.#input.value)}`
      const response = await fetch(url, { signal: this.#asked.signal })
      const found: One[] = response.ok ? await response.json() : []
      if (document.activeElement === this.#input) this.#show(found)
    } catch {
      // Without proposals the field is still a field.
    }
  }
}
