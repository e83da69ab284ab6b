// Suggests communes under a field that already works: the « editable combobox with list autocomplete » of the ARIA practices
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The list holds at most eight names; the arrows walk through it.

const WAIT_MS = 150

class Suggestions {
  readonly #input: HTMLInputElement
  readonly #address: string
  readonly #list = document.createElement('ul')
  #chosen = -1
  #asked = new AbortController()

  constructor(input: HTMLInputElement, address: string) {
    this.#input = input
    this.#address = address
    Object.assign(this.#list, { id: `${input.id}-liste`, hidden: true, role: 'listbox', ariaLabel: 'Communes' })
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
    // The field keeps the focus while a name is clicked.
    this.#list.addEventListener('pointerdown', (press) => press.preventDefault())
    this.#list.addEventListener('click', ({ target }) => this.#take((target as HTMLElement).textContent))
  }

  /** Whether the key was for the list. */
  #press(key: string): boolean {
    if (key === 'ArrowDown') this.#move(1)
    else if (key === 'ArrowUp') this.#move(-1)
    else if (key === 'Escape') this.#show([])
    else if (key === 'Enter' && this.#chosen >= 0) this.#take(this.#list.children[this.#chosen]?.textContent)
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

  #take(name: string | null = ''): void {
    this.#input.value = name ?? ''
    this.#show([])
    this.#input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #show(names: readonly string[]): void {
    this.#chosen = -1
    this.#input.removeAttribute('aria-activedescendant')
    const options = names.map((textContent, rank) => {
      const item = Object.assign(document.createElement('li'), { id: `${this.#list.id}-${rank}`, textContent })
      return Object.assign(item, { role: 'option', ariaSelected: 'false' })
    })
    this.#list.replaceChildren(...options)
    this.#list.hidden = names.length === 0
    this.#input.ariaExpanded = String(!this.#list.hidden)
  }

  async #ask(): Promise<void> {
    this.#asked.abort()
    this.#asked = new AbortController()
    try {
      const url = `${this.#address}?q=${encodeURIComponent(this.#input.value)}`
      const response = await fetch(url, { signal: this.#asked.signal })
      const found: { label: string }[] = response.ok ? await response.json() : []
      if (document.activeElement === this.#input) this.#show(found.map(({ label }) => label))
    } catch {
      // Without suggestions the field is still a field.
    }
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island=commune]')) {
  const input = place.querySelector('input')
  if (input !== null) new Suggestions(input, place.dataset.suggestions ?? '/communes')
}
