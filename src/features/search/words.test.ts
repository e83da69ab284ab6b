import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meantWord, mistakes } from './corrections.ts'
import { partExpression, wholeExpression } from './expressions.ts'
import { excerptOf, piecesOf, soughtWords } from './highlight.ts'
import { asTyped, mendWords } from './mending.ts'
import { choosePlace, phrasesOf, withoutPhrase } from './place-words.ts'
import { ideasOf, searchKey } from './words.ts'

describe('SEA-1: what a sentence asks for', () => {
  test('words that every question has are left out', () => {
    expect(ideasOf('Je veux ouvrir une boulangerie').map(([typed]) => typed)).toEqual(['boulangerie'])
  })
  test('a question made of them alone is still asked', () => {
    expect(ideasOf('créer une entreprise').map(([typed]) => typed)).toEqual(['creer entreprise'])
    expect(ideasOf('comment').map(([typed]) => typed)).toEqual(['comment'])
  })
  test('an expression of the field is one idea, with what says the same', () => {
    const [idea] = ideasOf('business plan')
    expect(idea).toEqual(expect.arrayContaining(['business plan', 'bp', 'previsionnel']))
    expect(ideasOf('auto-entrepreneur')[0]).toContain('micro entreprise')
    expect(ideasOf('restos')[0]).toContain('restaurant')
  })
  test('training is not looked for as « forme juridique », whose stem is that of « former »', () => {
    expect(ideasOf('formation')[0]).not.toContain('former')
    expect(ideasOf('me former')[0]).toContain('formation')
  })
  test('no sign that is typed reaches the language of the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        for (const write of [wholeExpression, partExpression]) expect(write(ideasOf(typed))).toMatch(/^[a-z0-9 ()&|]*$/)
      }),
    )
  })
})

describe('SEA-1: the place in a question', () => {
  const towns = [
    { name: 'roanne', population: 35_000 },
    { name: 'saint etienne', population: 170_000 },
    { name: 'jardin', population: 2200 },
    { name: 'ouches', population: 1100 },
    { name: 'clermont ferrand', population: 147_000 },
  ]
  const placeOf = (typed: string) => {
    const chosen = choosePlace(phrasesOf(searchKey(typed)), towns)
    return chosen && [chosen.place.name, withoutPhrase(searchKey(typed), chosen.phrase)]
  }
  test.each([
    ['boulangerie à Roanne', ['roanne', 'boulangerie']],
    ['mission locale st etienne', ['saint etienne', 'mission locale']],
    ['pépinière près de Clermont', ['clermont ferrand', 'pepiniere']],
    ['atelier à Ouches', ['ouches', 'atelier']],
    ['Roanne', ['roanne', '']],
  ])('%s', (typed, expected) => expect(placeOf(typed)).toEqual(expected))
  test('a town whose name is a word is one only when something leads to it', () => {
    expect(placeOf('entretien jardin')).toBeUndefined()
    expect(placeOf('atelier à Jardin')).toEqual(['jardin', 'atelier'])
    expect(placeOf('ouches atelier')).toBeUndefined()
  })
})

describe('SEA-1: what was mistyped', () => {
  test.each([
    ['formaton', 'formation', 1],
    ['formatoin', 'formation', 1],
    ['entreprenneur', 'entrepreneur', 1],
    ['anee', 'annee', 1],
  ])('%s is %s with %i mistake', (typed, meant, count) => expect(mistakes(typed, meant)).toBe(count))
  test('of two words as near, the one that is used more; none when all are far', () => {
    const near = ['forme', 'ferme'].map((word, rank) => ({ typed: 'firme', word, count: 10 - rank }))
    expect(meantWord('firme', near)?.word).toBe('forme')
    expect(meantWord('zzzzzz', [{ typed: 'zzzzzz', word: 'aaaaaa', count: 1 }])).toBeUndefined()
  })
  test('words that were not mended are told with the accents they were typed with', () => {
    expect(asTyped('formation comptabilite', 'Formaton Comptabilité')).toBe('formation comptabilité')
  })
  test('known words stay as they are', () => {
    const near = { known: new Set(['ferme']), words: [{ typed: 'ferme', word: 'forme', count: 9 }], towns: [] }
    expect(mendWords('ferme', [], near)).toBeUndefined()
  })
})

describe('SEA-1: the words that answer are marked', () => {
  const sought = soughtWords(['financement'])
  test('whatever their accents and endings', () => {
    const hits = piecesOf('Financer, le FINANCEMENT et les financements', sought).filter(({ hit }) => hit)
    expect(hits.map(({ text }) => text)).toEqual(['Financer', 'FINANCEMENT', 'financements'])
  })
  test('never the small words of what says the same', () => {
    const pieces = piecesOf('Le débit de boissons, de 8 h à 22 h', soughtWords(['restaurant', 'debit de boissons']))
    expect(pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['débit', 'boissons'])
    expect(piecesOf('Comment faire ?', soughtWords(['comment']))[0]).toEqual({ text: 'Comment', hit: true })
  })
  test('pieces side by side make the text again; an excerpt is short and shows them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const pieces = piecesOf(text, sought)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
    const long = `${'mot '.repeat(400)}financement ${'mot '.repeat(400)}`
    const excerpt = excerptOf(long, sought)
    expect(excerpt.some(({ hit }) => hit)).toBe(true)
    expect(excerpt.map(({ text }) => text).join('').length).toBeLessThan(240)
  })
})
