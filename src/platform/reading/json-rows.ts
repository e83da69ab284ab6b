import { type SourceRow, UnreadableFile } from './source-row.ts'

const LONGEST_RECORD = 1_000_000

/**
 * The objects of a JSON array, or one object per line, as they come: the file is never held whole. An object that is not
 * JSON is a broken row; a file that is neither, or that stops half way, throws `UnreadableFile`.
 */
export async function* jsonRows(chunks: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const scan = new ObjectScan()
  for await (const chunk of chunks) yield* scan.read(chunk)
  scan.end()
}

class ObjectScan {
  #line = 1
  #kept = ''
  #startLine = 0
  #depth = 0
  #inText = false
  #escaped = false
  #array: 'unopened' | 'open' | 'closed' = 'unopened'

  end(): void {
    if (this.#depth > 0 || this.#array === 'open') {
      throw new UnreadableFile(`ligne ${this.#line} : le fichier s’arrête au milieu, il a sans doute été coupé`)
    }
  }

  *read(chunk: string): Generator<SourceRow> {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk[at] as string
      if (sign === '\n') this.#line++
      if (this.#depth === 0) {
        if (sign === '{') start = at
        this.#between(sign)
      } else if (this.#inside(sign)) {
        yield this.#row(this.#kept + chunk.slice(start, at + 1))
        this.#kept = ''
      }
    }
    if (this.#depth > 0) this.#kept += chunk.slice(start)
    if (this.#kept.length > LONGEST_RECORD) throw new UnreadableFile(`ligne ${this.#startLine} : objet trop long`)
  }

  #between(sign: string): void {
    if (sign === '{' && this.#array !== 'closed') {
      this.#depth = 1
      this.#startLine = this.#line
    } else if (sign === '[' && this.#array === 'unopened') this.#array = 'open'
    else if (sign === ']' && this.#array === 'open') this.#array = 'closed'
    else if (!/[\s,\uFEFF]/.test(sign)) {
      throw new UnreadableFile(`ligne ${this.#line} : on attend un tableau JSON d’objets, ou un objet par ligne`)
    }
  }

  /** Whether this sign ends the object. */
  #inside(sign: string): boolean {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false
      else if (sign === '\\') this.#escaped = true
      else if (sign === '"') this.#inText = false
    } else if (sign === '"') this.#inText = true
    else if (sign === '{') this.#depth++
    else if (sign === '}') return --this.#depth === 0
    return false
  }

  #row(text: string): SourceRow {
    const line = this.#startLine
    try {
      return { line, values: JSON.parse(text) as Record<string, unknown> }
    } catch {
      return { line, broken: 'ce n’est pas un objet JSON' }
    }
  }
}
