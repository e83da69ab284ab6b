import { expect, test } from 'vitest'
import { readFacebook, readWebsite } from './websites.ts'

const url = (typed: string) => {
  const read = readWebsite(typed)
  return read.kind === 'address' ? read.url : read.kind
}

test('EVT-1: a site is typed with or without http://', () => {
  expect(url('www.exemple.fr')).toBe('https://www.exemple.fr/')
  expect(url(' exemple.fr/atelier?a=1#b ')).toBe('https://exemple.fr/atelier?a=1#b')
  expect(url('http://exemple.fr')).toBe('http://exemple.fr/')
  expect(url('HTTPS://Exemple.fr/Été')).toBe('https://exemple.fr/%C3%89t%C3%A9')
  expect(url('www.exemple.fr:8080/x')).toBe('https://www.exemple.fr:8080/x')
  expect(url('//exemple.fr/x')).toBe('https://exemple.fr/x')
  expect(url('')).toBe('none')
})

test('EVT-1: what is not an address of the web is refused', () => {
  const wrong = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.fr',
    'ftp://exemple.fr',
    'https:\\\\exemple.fr',
    'https://moi:secret@exemple.fr',
    'exemple',
    'http://',
    'http://127.0.0.1/x',
    'http://[::1]/',
    'https://exemple.fr/a b',
    'exemple.fr/\u0000',
    `exemple.fr/${'a'.repeat(600)}`,
    'https://exemple.fr"onload=x',
  ]
  expect(wrong.filter((typed) => url(typed) !== 'refused')).toEqual([])
})

test('EVT-1: a Facebook page is on Facebook; another site has its own field', () => {
  expect(readFacebook('facebook.com/maison.entreprise')).toEqual({
    kind: 'address',
    url: 'https://facebook.com/maison.entreprise',
  })
  expect(readFacebook('https://fr-fr.facebook.com/events/12').kind).toBe('address')
  expect(readFacebook('').kind).toBe('none')
  for (const typed of ['javascript:alert(1)', 'exemple.fr', 'facebook.com.exemple.fr', 'notfacebook.com', 'ma page']) {
    expect(readFacebook(typed).kind).toBe('refused')
  }
})
