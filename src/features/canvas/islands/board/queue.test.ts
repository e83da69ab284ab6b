import { afterEach, expect, test, vi } from 'vitest'
import { dropSent, putWaiting, waitingFor } from './queue.ts'

afterEach(() => vi.unstubAllGlobals())

function device() {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  })
}

const one = { action: '/projets/1/360/1/post-its', body: 'submission=a&texte=Un', label: 'Un' }
const two = { action: '/projets/1/360/1/post-its', body: 'submission=b&texte=Deux', label: 'Deux' }

test('PRJ-5: two windows that send what waits on one device drop what was sent, and never what was not', () => {
  device()
  const shelf = '7 /projets/1/360'
  putWaiting(shelf, one)
  putWaiting(shelf, two)
  const [first] = waitingFor(shelf)
  if (first === undefined) throw new Error('nothing waits')
  // Both have sent the first: the site has acted once, and each is told so.
  dropSent(shelf, first)
  dropSent(shelf, first)
  expect(waitingFor(shelf)).toEqual([two])
  dropSent(shelf, two)
  expect(waitingFor(shelf)).toEqual([])
})
