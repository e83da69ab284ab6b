import { expect, test } from 'vitest'
import * as ofStructures from '#features/structures/texts.ts'
import { kindText, modeText, themeText } from './texts.ts'

test('B14: a filter called « constructor » is a code like any other, not a part of the language', () => {
  const { kindText: structureKindText, networkText, sourceText } = ofStructures
  for (const text of [kindText, themeText, modeText, structureKindText, networkText, sourceText]) {
    for (const code of ['constructor', '__proto__', 'toString', 'inconnu']) expect(text(code)).toBe(code)
  }
  expect(kindText('formation')).toBe('Formation')
})
