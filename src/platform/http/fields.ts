/** What a form or a query string holds, by name; the first value wins, unknown names are never read. */
export class Fields {
  readonly #values: URLSearchParams

  constructor(source: string | URLSearchParams) {
    this.#values = typeof source === 'string' ? new URLSearchParams(source) : source
  }

  /** The first value of a field, or the empty string. */
  get(name: string): string {
    return this.#values.get(name) ?? ''
  }

  all(name: string): string[] {
    return this.#values.getAll(name)
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  entries(): [string, string][] {
    return [...this.#values.entries()]
  }

  /** Every field with all its values: what a form shows again. */
  toValues(): Record<string, readonly string[]> {
    const values: Record<string, string[]> = Object.create(null)
    for (const [name, value] of this.#values) values[name] = [...(values[name] ?? []), value]
    return values
  }

  toString(): string {
    return this.#values.toString()
  }
}
