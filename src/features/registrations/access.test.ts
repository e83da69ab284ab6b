import { describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '#features/accounts/actor.ts'
import type { ContentRights } from '#features/contents/access.ts'
import { mayChangePrescription, mayPrescribe, mayReadLists } from './access.ts'

const actor = (given: Partial<Actor>): Actor => ({
  ...{ id: 1, name: 'Anne', email: 'anne@exemple.test', role: 'professional', departements: ['69'], structures: [] },
  ...given,
})
const event = (given: Partial<ContentRights> = {}): ContentRights => ({
  ...{ state: 'published', access: 'public', authors: [7], structureId: 40, departements: ['69'], ...given },
})
const rolesThat = (may: (reader: Actor) => boolean, given: Partial<Actor> = {}) =>
  ROLES.filter((role) => may(actor({ ...given, role })))

describe('the lists of an event', () => {
  test('REG-7: its authors, the members of its structure who contribute, administrators; no other animator', () => {
    expect(rolesThat((reader) => mayReadLists(event(), reader))).toEqual(['administrator'])
    const contributors = ['professional', 'animator', 'administrator']
    expect(rolesThat((reader) => mayReadLists(event(), reader), { id: 7 })).toEqual(contributors)
    expect(rolesThat((reader) => mayReadLists(event(), reader), { structures: [40] })).toEqual(contributors)
    expect(mayReadLists(event(), undefined)).toBe(false)
  })

  test('REG-7: an event without structure is not that of everyone without structure; the bin is for administrators', () => {
    expect(mayReadLists(event({ structureId: null }), actor({}))).toBe(false)
    expect(mayReadLists(event({ state: 'trashed' }), actor({ id: 7 }))).toBe(false)
  })
})

describe('prescribing', () => {
  test('REG-6: contributing professionals, to what they may read and what is published', () => {
    const contributors = ['professional', 'animator', 'administrator']
    expect(rolesThat((reader) => mayPrescribe(event({ access: 'pro' }), reader))).toEqual(contributors)
    expect(mayPrescribe(event({ state: 'draft' }), actor({ id: 7 }))).toBe(false)
    expect(mayPrescribe(event(), undefined)).toBe(false)
  })

  test('REG-6: only one’s own is changed, and nobody’s belongs to nobody', () => {
    expect(mayChangePrescription({ prescriberId: 1 }, actor({ id: 1 }))).toBe(true)
    expect(mayChangePrescription({ prescriberId: 2 }, actor({ role: 'administrator' }))).toBe(false)
    expect(mayChangePrescription({ prescriberId: null }, undefined)).toBe(false)
    expect(mayChangePrescription({ prescriberId: 1 }, actor({ id: 1, role: 'reader' }))).toBe(false)
  })
})
