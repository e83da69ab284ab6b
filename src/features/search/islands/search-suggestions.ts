// Proposes pages under the search box: the « editable combobox with list autocomplete » of the ARIA practices
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Choosing one goes there; « Entrée » without a choice searches.

type Suggestion = { label: string; note: string; href: string }

const WAIT_MS = 150

class SearchSuggestions {
  readonly #input: HTMLInputElement
  readonly #address: string
  readonly #list = document.createElement('ul')
  #shown: readonly Suggestion[] = []
  #chosen = -1
  #asked = new AbortController()

  constructor(input: HTMLInputElement, address: string) {
    this.#input = input
    this.#address = address
    Object.assign(this.#list, {
      id: `${input.id}-propositions`,
      hidden: true,
      role: 'listbox',
      ariaLabel: 'Propositions',
    })
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
      if (this.#input.value.trim().length < 2) this.#show([])
      else timer = setTimeout(() => void this.#ask(), WAIT_MS)
    })
    this.#input.addEventListener('keydown', (press) => {
      if (!this.#list.hidden && this.#press(press.key)) press.preventDefault()
    })
    this.#input.addEventListener('blur', () => this.#show([]))
    // The box keeps the focus while a proposal is clicked.
    this.#list.addEventListener('pointerdown', (press) => press.preventDefault())
    this.#list.addEventListener('click', ({ target }) => {
      const item = (target as HTMLElement).closest('li')
      if (item !== null) this.#go([...this.#list.children].indexOf(item))
    })
  }

  /** Whether the key was for the list. */
  #press(key: string): boolean {
    if (key === 'ArrowDown') this.#move(1)
    else if (key === 'ArrowUp') this.#move(-1)
    else if (key === 'Escape') this.#show([])
    else if (key === 'Enter' && this.#chosen >= 0) this.#go(this.#chosen)
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

  #go(rank: number): void {
    const chosen = this.#shown[rank]
    if (chosen !== undefined) location.assign(chosen.href)
  }

  #show(suggestions: readonly Suggestion[]): void {
    this.#shown = suggestions
    this.#chosen = -1
    this.#input.removeAttribute('aria-activedescendant')
    this.#list.replaceChildren(...suggestions.map((one, rank) => this.#option(one, rank)))
    this.#list.hidden = suggestions.length === 0
    this.#input.ariaExpanded = String(!this.#list.hidden)
  }

  #option({ label, note }: Suggestion, rank: number): HTMLLIElement {
    const item = Object.assign(document.createElement('li'), { id: `${this.#list.id}-${rank}` })
    const what = Object.assign(document.createElement('span'), { className: 'soft small', textContent: ` ${note}` })
    item.append(label, what)
    return Object.assign(item, { role: 'option', ariaSelected: 'false' })
  }

  async #ask(): Promise<void> {
    this.#asked.abort()
    this.#asked = new AbortController()
    try {
      const url = `${this.#address}?q=${encodeURIComponent(this.#input.value)}`
      const response = await fetch(url, { signal: this.#asked.signal })
      const found: Suggestion[] = response.ok ? await response.json() : []
      if (document.activeElement === this.#input) this.#show(found)
    } catch {
      // Without proposals the box still searches.
    }
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island=search-suggestions]')) {
  const input = place.querySelector<HTMLInputElement>('input[type=search]')
  if (input !== null) new SearchSuggestions(input, place.dataset.suggestions ?? '')
}

export {}
