import type { Drawing } from '#platform/pdf/drawing.ts'
import { type Box, MARGIN, Paper } from '#platform/pdf/paper.ts'
import { BLOCK_TEXTS, BLOCKS, type Block, type Colour } from './board.ts'
import { ofBlock } from './versions.ts'

export type DrawnNote = {
  id: number
  block: Block
  position: string
  body: string
  colour: Colour
  /** Comments, when they are asked for. */
  said: readonly string[]
}

const FILLS: Record<Colour, string> = { sun: '#fbe9a3', lake: '#bfe3fb', fir: '#c5f0c9', rose: '#fdd3d3' }
const HEAD = 34
const GAP = 5
const PAD = 5
/** Tried in turn until all fits. */
const SIZES = [13, 11, 10, 9, 8, 7, 6]
const LEAST = 6

/** In tenths of the width and thirds of the height, as on the screen. */
const PLACES: Record<Block, readonly [x: number, y: number, width: number, height: number]> = {
  partners: [0, 0, 2, 2],
  activities: [2, 0, 2, 1],
  resources: [2, 1, 2, 1],
  value: [4, 0, 2, 2],
  relations: [6, 0, 2, 1],
  channels: [6, 1, 2, 1],
  segments: [8, 0, 2, 2],
  costs: [0, 2, 5, 1],
  revenues: [5, 2, 5, 1],
}

export type CanvasToDraw = { title: string; size: 'A4' | 'A3'; notes: readonly DrawnNote[] }

/** The nine blocks on one page. What does not fit in its block at the smallest size is written whole on the pages that follow. */
export function* drawCanvas({ title, size, notes }: CanvasToDraw): Drawing {
  const paper = new Paper({ title, size, layout: 'landscape' })
  paper.write('H1', title, { size: 15, bold: true, width: paper.width - 2 * MARGIN, x: MARGIN, y: MARGIN })
  const points = yield* largestThatFits(paper, notes)
  const left: DrawnNote[] = []
  for (const block of BLOCKS) left.push(...(yield* drawBlock(paper, block, { notes, points })))
  if (left.length > 0) yield* drawRest(paper, left)
  if (paper.unknown > 0) {
    const text = '[?] : signe que ce PDF ne sait pas écrire ; il est entier à l’écran.'
    const at = { size: 6, width: 300, x: MARGIN, y: paper.height - MARGIN + 4 }
    if (left.length === 0) paper.write('P', text, at)
    else paper.flow('P', text, { size: 8 })
  }
  paper.end()
  return paper
}

function* largestThatFits(paper: Paper, notes: readonly DrawnNote[]): Generator<undefined, number> {
  for (const points of SIZES) if (yield* allFit(paper, { notes, points })) return points
  return LEAST
}

function boxOf(paper: Paper, block: Block): Box {
  const [x, y, width, height] = PLACES[block]
  const [unitX, unitY] = [(paper.width - 2 * MARGIN) / 10, (paper.height - 2 * MARGIN - HEAD) / 3]
  return {
    x: MARGIN + x * unitX + GAP / 2,
    y: MARGIN + HEAD + y * unitY + GAP / 2,
    width: width * unitX - GAP,
    height: height * unitY - GAP,
  }
}

type Filling = { notes: readonly DrawnNote[]; points: number }

const widthIn = (box: Box): number => box.width - 2 * PAD

/** How high a post-it is with what was said of it, or something beyond `most`. */
function noteHeight(paper: Paper, note: DrawnNote, { points, width, most }: Measured): number {
  const inner = width - 2 * PAD
  let height = paper.heightOf(note.body, { size: points, width: inner }) + 6
  for (const text of note.said) {
    if (height > most) break
    height += paper.heightOf(text, { size: points * 0.85, width: inner }) + 1
  }
  return height
}

type Measured = { points: number; width: number; most: number }

const titleHeight = (paper: Paper, block: Block, box: Box): number =>
  paper.heightOf(BLOCK_TEXTS[block].name, { size: 10, bold: true, width: widthIn(box) }) + 4

function* allFit(paper: Paper, { notes, points }: Filling): Generator<undefined, boolean> {
  for (const block of BLOCKS) {
    const box = boxOf(paper, block)
    const measured = { points, width: widthIn(box), most: box.height }
    let height = PAD * 2 + titleHeight(paper, block, box)
    for (const note of ofBlock(notes, block)) {
      height += noteHeight(paper, note, measured) + 3
      if (height > box.height) return false
      yield
    }
  }
  return true
}

/** Draws a block; returns the post-its that did not fit. */
function* drawBlock(paper: Paper, block: Block, { notes, points }: Filling): Generator<undefined, DrawnNote[]> {
  const box = boxOf(paper, block)
  const width = widthIn(box)
  paper.part()
  paper.box(box, block === 'value' ? '#e3f2fb' : '#ffffff', '#9fb0c3')
  paper.write('H2', BLOCK_TEXTS[block].name, { size: 10, bold: true, width, x: box.x + PAD, y: box.y + PAD })
  let y = box.y + PAD + titleHeight(paper, block, box)
  const own = ofBlock(notes, block)
  for (const [index, note] of own.entries()) {
    const height = noteHeight(paper, note, { points, width, most: box.height })
    const isLast = index === own.length - 1
    if (y + height > box.y + box.height - PAD - (isLast ? 0 : LEAST * 1.4)) {
      const text = `… et ${own.length - index} autres, page suivante`
      paper.write('P', text, { size: LEAST, width, x: box.x + PAD, y: box.y + box.height - LEAST * 1.6 - 2 })
      return own.slice(index)
    }
    drawNote(paper, note, { x: box.x + PAD, y, width, height, points })
    y += height + 3
    yield
  }
  return []
}

function drawNote(paper: Paper, note: DrawnNote, { points, ...box }: Box & { points: number }): void {
  paper.box(box, FILLS[note.colour])
  const inner = { x: box.x + PAD, width: box.width - 2 * PAD }
  let y = box.y + 3
  paper.write('LI', note.body, { size: points, ...inner, y })
  y += paper.heightOf(note.body, { size: points, width: inner.width }) + 1
  for (const text of note.said) {
    paper.write('P', text, { size: points * 0.85, colour: '#3a4a60', ...inner, y })
    y += paper.heightOf(text, { size: points * 0.85, width: inner.width }) + 1
  }
}

function* drawRest(paper: Paper, left: readonly DrawnNote[]): Generator<undefined, void> {
  paper.page()
  for (const block of BLOCKS) {
    const own = left.filter((note) => note.block === block)
    if (own.length === 0) continue
    paper.part()
    paper.flow('H2', `${BLOCK_TEXTS[block].name} (suite)`, { size: 12, bold: true, gap: 6 })
    for (const { body, said } of own) {
      paper.flow('LI', `• ${body}`, { size: 10 })
      yield
      for (const text of said) {
        paper.flow('P', text, { size: 9, colour: '#3a4a60' })
        yield
      }
    }
  }
}
