import naughty from 'big-list-of-naughty-strings'
import { expect, test } from 'vitest'
import { Fields } from '#platform/http/fields.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { draftEventForm, EVENT_LISTS, publishedEventForm } from './forms.ts'

const WHOLE = {
  titre: 'Construire son prévisionnel',
  resume: 'Deux heures avec un conseiller.',
  presentation: 'Un.\r\n\r\nDeux.',
  code_postal: '69 003',
  ville: 'Lyon',
  acces: 'public',
  tarif: 'gratuit',
  type: 'atelier',
}
const read = (more: Record<string, string>, schema = publishedEventForm) =>
  readForm(schema, new Fields(new URLSearchParams({ ...WHOLE, ...more })), EVENT_LISTS)
const errorsOf = (more: Record<string, string>, schema = publishedEventForm) => {
  const answer = read(more, schema)
  return answer.ok ? [] : Object.keys(answer.errors)
}

test('EVT-1: a whole form is read, spaces of the postal code and line ends put right', () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: { titre: WHOLE.titre, code_postal: '69003', presentation: 'Un.\n\nDeux.', type: 'workshop', taille: [] },
  })
})

test('EVT-1: every missing field is said at once', () => {
  const empty = { titre: '', resume: '', code_postal: '', ville: '', type: '', acces: '', tarif: '' }
  expect(errorsOf(empty).sort()).toEqual(['acces', 'code_postal', 'resume', 'tarif', 'titre', 'type', 'ville'])
})

test('EVT-1: a draft needs a title and a kind, and what is typed must be right', () => {
  expect(errorsOf({ resume: '', code_postal: '', ville: '' }, draftEventForm)).toEqual([])
  expect(errorsOf({ titre: ' \u200b ', code_postal: '12' }, draftEventForm)).toEqual(['titre', 'code_postal'])
})

test('a wrong phone, e-mail, site, Facebook page, position or choice is refused next to its field', () => {
  const wrong = {
    telephone: 'appelez-moi',
    courriel: 'pas une adresse',
    site: 'javascript:alert(1)',
    facebook: 'exemple.fr',
    latitude: '91',
    longitude: 'NaN',
    taille: 'immense',
    secteur: '__proto__',
    acces: 'tous',
    type: 'constructor',
    structure: '1;2',
    version: '-1',
  }
  expect(errorsOf(wrong).sort()).toEqual(Object.keys(wrong).sort())
})

test('naughty strings are kept exactly or refused by a sentence, never thrown', () => {
  const names = ['titre', 'resume', 'presentation', 'lieu', 'rue', 'ville', 'contact', 'precision_tarif'] as const
  let kept = 0
  for (const text of [...naughty, 'a\0b', '\u202Etxet', 'D’Ürüm–Zoé N’Guessan', 'x'.repeat(240)]) {
    const answer = read(Object.fromEntries(names.map((name) => [name, text])))
    if (!answer.ok) {
      expect(Object.values(answer.errors).every((sentence) => sentence.length > 10)).toBe(true)
      continue
    }
    kept++
    expect(answer.value.presentation).toBe(text.replace(/\r\n?/g, '\n').trim())
    expect(answer.value.titre).toBe(text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').trim())
  }
  expect(kept).toBeGreaterThan(300)
})

test('naughty strings in every other field are refused or read, never thrown', () => {
  const names = ['code_postal', 'telephone', 'courriel', 'facebook', 'site', 'latitude', 'structure', 'version', 'type']
  for (const text of naughty) for (const name of names) expect(typeof read({ [name]: text }).ok).toBe('boolean')
})
