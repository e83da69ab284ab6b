import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { drawn } from '#platform/pdf/drawing.ts'
import { readPdf } from '#tests/read-pdf.ts'
import { BLOCK_TEXTS, BLOCKS, type Block } from './board.ts'
import { type DrawnNote, drawCanvas } from './routes-drawing.ts'

const A4 = { width: 842, height: 595 }
const A3 = { width: 1191, height: 842 }

let count = 0
const note = (body: string, more: Partial<DrawnNote> = {}): DrawnNote => {
  const id = ++count
  const block = BLOCKS[id % BLOCKS.length] as Block
  return { id, block, position: String(id).padStart(6, '0'), body, colour: 'sun', said: [], ...more }
}

const draw = async (notes: readonly DrawnNote[], size: 'A4' | 'A3' = 'A4', title = 'Projet 360 : La Fournée') =>
  readPdf(await buffer((await drawn(drawCanvas({ title, size, notes }), 1)).body))

const wordsIn = (read: Awaited<ReturnType<typeof draw>>) =>
  read.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ')

describe('PRJ-5: the canvas as a PDF', () => {
  test.each([['A4', A4] as const, ['A3', A3] as const])(
    'is one page of %s, tagged, titled, in French',
    async (size, sides) => {
      const notes = BLOCKS.flatMap((block) => [1, 2, 3].map((n) => note(`Idée ${n} de ${block}`, { block })))
      const read = await draw(notes, size)
      expect(read.pages).toMatchObject([sides])
      expect(read).toMatchObject({ title: 'Projet 360 : La Fournée', language: 'fr-FR', isTagged: true })
      expect(read.roles).toMatchObject({ Document: 1, H1: 1, H2: BLOCKS.length, LI: notes.length })
      for (const block of BLOCKS) expect(wordsIn(read)).toContain(BLOCK_TEXTS[block].name)
      for (const { body } of notes) expect(wordsIn(read)).toContain(body)
    },
  )

  test('without a post-it it is the nine blocks', async () => {
    const read = await draw([])
    expect(read.pages).toHaveLength(1)
    expect(read.roles).toMatchObject({ H1: 1, H2: 9 })
  })

  test('a name in another writing, or of signs that no font has, does not break its title', async () => {
    for (const title of ['Łódź & <b>(pain)</b> \\ )', '👩‍👩‍👧 שלום', 'a\u202eb\u0007c'])
      expect(await draw([note('Idée')], 'A4', title)).toMatchObject({ title, isTagged: true })
  })
})

describe('F22: whatever a post-it holds, the PDF opens', () => {
  const odd: readonly [string, string, RegExp][] = [
    ['ten thousand characters', `${'Du pain bio pour tous '.repeat(454)}FIN`, /FIN/],
    ['emoji', '👩‍👩‍👧🥖'.repeat(200), /\[\?\].*signe que ce PDF ne sait pas écrire/],
    ['from right to left', 'שלום עולם '.repeat(90), /signe que ce PDF ne sait pas écrire/],
    ['controls and marks', 'a\u0001b\u0007c\u202ed\u2028e\u0000f\ufeffg', /signe que ce PDF ne sait pas écrire/],
    ['half of a character', 'avant \ud800 après', /avant.*après/],
    ['a thousand marks on a letter', `e${'\u0301'.repeat(1000)} FIN`, /FIN/],
    ['a word of three thousand letters', `${'mot'.repeat(1000)} FIN`, /FIN/],
    ['PDF operators', ') Tj ET Q endstream endobj (FIN', /endobj \(FIN/],
    ['nothing', '', /Partenaires/],
  ]

  test.each(odd)('%s', async (_name, body, expected) => {
    const read = await draw([note(body), note('La voisine'), note(body, { said: [`Zoé : ${body}`] })])
    expect(wordsIn(read)).toMatch(expected)
    expect(wordsIn(read)).toContain('La voisine')
    expect(read).toMatchObject({ isTagged: true, language: 'fr-FR' })
  })

  test('five hundred post-its: none is lost, the first page says where the others are', async () => {
    const notes = Array.from({ length: 500 }, (_, n) => note(`N${n}N : ${'le pain du matin '.repeat(8)}`))
    const read = await draw(notes)
    expect(read.pages.length).toBeGreaterThan(1)
    expect(read.pages[0]?.text.replaceAll(/\s+/g, ' ')).toMatch(/… et \d+ autres, page suivante/)
    const words = wordsIn(read)
    expect(notes.filter((_, n) => !words.includes(`N${n}N`))).toEqual([])
  })

  test('what was said of it is there when asked for, whole', async () => {
    const said = Array.from({ length: 40 }, (_, n) => `Camille : avis ${n}. ${'Parce que. '.repeat(300)}`)
    const words = wordsIn(await draw([note('Le loyer', { said })]))
    for (const [n] of said.entries()) expect(words).toContain(`avis ${n}.`)
  })
})
