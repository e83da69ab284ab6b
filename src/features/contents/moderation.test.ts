import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideSave, isModerated, openTransitions, PROPOSAL_TRANSITIONS, TRANSITIONS, VERBS } from './moderation.ts'
import { CONTENT_KINDS, CONTENT_STATES } from './tables.ts'

const kind = fc.constantFrom(...CONTENT_KINDS)
const state = fc.constantFrom(...CONTENT_STATES)
const part = fc.record({ isAuthor: fc.boolean(), isJudge: fc.boolean() })
const gesture = fc.constantFrom('enregistrer' as const, 'brouillon' as const)
const proposal = fc.constantFrom(undefined, 'draft' as const, 'pending' as const, 'to-correct' as const)

test('ART-2: no author publishes an article or a resource by himself', () => {
  fc.assert(
    fc.property(kind.filter(isModerated), state, gesture, proposal, (kind, state, gesture, proposal) => {
      const saved = decideSave({ kind, state, gesture, proposal, isAuthor: true, isJudge: false })
      expect(saved).not.toEqual({ target: 'content', state: 'published' })
      const verbs = openTransitions(kind, state, { isAuthor: true, isJudge: false })
      expect(verbs.filter(({ to }) => to === 'published')).toEqual([])
    }),
  )
})

test('ART-2: « Enregistrer » submits what is not public yet; « Garder comme brouillon » never does', () => {
  const author = { isAuthor: true, isJudge: false, proposal: undefined }
  for (const state of [undefined, 'draft', 'to-correct', 'refused', 'unpublished', 'submitted'] as const) {
    const saved = decideSave({ kind: 'article', state, gesture: 'enregistrer', ...author })
    expect(saved).toEqual({ target: 'content', state: 'submitted' })
    const kept = decideSave({ kind: 'article', state, gesture: 'brouillon', ...author })
    expect(kept).not.toEqual({ target: 'content', state: 'submitted' })
  }
})

test('ART-3: saving a published article proposes a text; the public keeps the old one, whatever the button', () => {
  fc.assert(
    fc.property(gesture, proposal, (gesture, proposal) => {
      const saved = decideSave({
        kind: 'article',
        state: 'published',
        gesture,
        proposal,
        isAuthor: true,
        isJudge: false,
      })
      expect(saved.target).toBe('proposal')
    }),
  )
})

test('STR-3: a structure, a service, an event is public as soon as it is saved, and stays so', () => {
  const author = { isAuthor: true, isJudge: false, proposal: undefined, gesture: 'enregistrer' } as const
  for (const kind of ['structure', 'service', 'event'] as const) {
    for (const state of [undefined, 'draft', 'published'] as const) {
      expect(decideSave({ kind, state, ...author })).toEqual({ target: 'content', state: 'published' })
    }
    // What an administrator took offline does not come back by a save.
    expect(decideSave({ kind, state: 'unpublished', ...author })).toEqual({ target: 'content', state: 'unpublished' })
  }
})

test('ART-2: a save never takes a content offline, to the archive or to the bin', () => {
  fc.assert(
    fc.property(fc.record({ kind, state, gesture, proposal }), part, (what, part) => {
      const { state } = what
      const saved = decideSave({ ...what, ...part })
      if (state === 'published' && saved.target === 'content') expect(saved.state).toBe('published')
      if (state === 'trashed') expect(saved).toEqual({ target: 'none' })
      else if (saved.target === 'content' && saved.state !== state) {
        expect(['submitted', 'published', 'draft']).toContain(saved.state)
      }
    }),
  )
})

test('ART-2: a stranger does nothing, and nobody does a thing twice', () => {
  fc.assert(
    fc.property(kind, state, (kind, state) => {
      expect(openTransitions(kind, state, { isAuthor: false, isJudge: false })).toEqual([])
      const all = openTransitions(kind, state, { isAuthor: true, isJudge: true }).map(({ verb }) => verb)
      expect(new Set(all).size).toBe(all.length)
    }),
  )
})

test('ART-2: every verb is in the table, every state can be left, and a text sent back always has its reason', () => {
  expect(new Set(TRANSITIONS.map(({ verb }) => verb))).toEqual(new Set(VERBS))
  expect(new Set(TRANSITIONS.flatMap(({ from }) => from))).toEqual(new Set(CONTENT_STATES))
  const sentBack = [...TRANSITIONS, ...PROPOSAL_TRANSITIONS].filter(({ to }) => to === 'to-correct' || to === 'refused')
  expect(sentBack.length).toBe(4)
  expect(sentBack.every(({ reason }) => reason)).toBe(true)
})
