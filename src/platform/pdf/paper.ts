import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import PDFDocument from 'pdfkit'
import { runsOf } from './letters.ts'

const FONTS = 'src/platform/pdf/fonts'
/** Around a page, in points. */
export const MARGIN = 28

/** Size and width in points. */
export type Look = { size: number; bold?: boolean; colour?: string }
export type Box = { x: number; y: number; width: number; height: number }
export type Role = 'H1' | 'H2' | 'H3' | 'P' | 'LI'

export type PaperOptions = { title: string; size: 'A4' | 'A3'; layout: 'portrait' | 'landscape' }

type Document = InstanceType<typeof PDFDocument>
type Structure = ReturnType<Document['struct']>

/** A PDF of ours: tagged (PDF 1.7, structure in reading order), in French, with a title, our fonts inside. */
export class Paper {
  readonly #pdf: Document
  readonly #root: Structure
  #part: Structure
  #unknown = 0
  #y = MARGIN

  constructor({ title, size, layout }: PaperOptions) {
    const site = 'Je crée dans ma région'
    this.#pdf = new PDFDocument({
      ...{ size, layout, margin: MARGIN, pdfVersion: '1.7', lang: 'fr-FR', tagged: true, displayTitle: true },
      info: { Title: title, Producer: site, Creator: site },
    })
    for (const name of ['text', 'bold', 'text-abroad', 'bold-abroad'])
      this.#pdf.registerFont(name, resolve(FONTS, `${name}.ttf`))
    this.#root = this.#pdf.struct('Document')
    this.#pdf.addStructure(this.#root)
    this.#part = this.#pdf.struct('Sect')
    this.#root.add(this.#part)
  }

  /** What is sent, as it is made. */
  get body(): Readable {
    return this.#pdf as unknown as Readable
  }

  get width(): number {
    return this.#pdf.page.width
  }

  get height(): number {
    return this.#pdf.page.height
  }

  /** How many signs no font could write so far. */
  get unknown(): number {
    return this.#unknown
  }

  /** How high these words are in that width. */
  heightOf(text: string, { size, bold, width }: Look & { width: number }): number {
    const shown = runsOf(text).runs.map((run) => run.text)
    return this.#pdf.font(bold ? 'bold' : 'text', size).heightOfString(shown.join('') || ' ', { width })
  }

  /** Writes words at a place, as an element of the part that is open. */
  write(role: Role, text: string, { x, y, width, size, bold, colour = '#15233b' }: Look & Omit<Box, 'height'>): void {
    const { runs, unknown } = runsOf(text)
    this.#unknown += unknown
    const weight = bold ? 'bold' : 'text'
    const draw = () => {
      this.#pdf.fillColor(colour)
      for (const [index, run] of runs.entries()) {
        this.#pdf.font(run.isAbroad ? `${weight}-abroad` : weight, size)
        const options = { width, continued: index < runs.length - 1 }
        if (index === 0) this.#pdf.text(run.text, x, y, options)
        else this.#pdf.text(run.text, options)
      }
    }
    this.#part.add(this.#pdf.struct(role, {}, draw))
  }

  /** Writes words below the last ones, on the next page when there is no room. */
  flow(role: Role, text: string, { gap = 4, ...look }: Look & { gap?: number }): void {
    const width = this.width - 2 * MARGIN
    const heightOf = (words: string) => this.heightOf(words, { ...look, width })
    for (const piece of piecesOf(text, this.height - 2 * MARGIN, heightOf)) {
      const height = heightOf(piece)
      if (this.#y + height > this.height - MARGIN) this.page()
      this.write(role, piece, { ...look, width, x: MARGIN, y: this.#y })
      this.#y += height + gap
    }
  }

  /** A box, for the eye alone. */
  box({ x, y, width, height }: Box, fill: string, line?: string): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' })
    this.#pdf.roundedRect(x, y, width, height, 4)
    if (line === undefined) this.#pdf.fill(fill)
    else this.#pdf.fillAndStroke(fill, line)
    this.#pdf.endMarkedContent()
  }

  /** Opens a part of the document; what is written next belongs to it. */
  part(): void {
    this.#part.end()
    this.#part = this.#pdf.struct('Sect')
    this.#root.add(this.#part)
  }

  page(): void {
    this.#pdf.addPage()
    this.#y = MARGIN
  }

  end(): void {
    this.#part.end()
    this.#root.end()
    this.#pdf.end()
  }
}

/** A text that a page cannot hold, in pieces that it can, cut between words where there are some. */
function piecesOf(text: string, most: number, heightOf: (text: string) => number): string[] {
  if (heightOf(text) <= most || text.length < 2) return [text]
  const middle = Math.ceil(text.length / 2)
  const space = text.indexOf(' ', middle)
  const cut = space < 0 ? middle : space
  return [text.slice(0, cut), text.slice(cut).trimStart()].flatMap((half) => piecesOf(half, most, heightOf))
}
