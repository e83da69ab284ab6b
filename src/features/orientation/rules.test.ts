import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVENT_KINDS } from '#features/events/rules.ts'
import { SERVICE_KINDS, STAGES } from '#features/services/rules.ts'
import { hours } from '#kernel/time'
import { type Criteria, NO_CRITERIA } from './criteria.ts'
import type { ComingDate, Offer } from './facts.ts'
import { NEEDS, SIGNS } from './needs.ts'
import { decideDate, decideOffer } from './rules.ts'
import { SITUATIONS } from './situations.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const place = { code: '42187', name: 'Roanne', departement: '42', latitude: 46.03, longitude: 4.07 }
const asked = (criteria: Partial<Criteria> = {}, near: typeof place | undefined = place) => ({
  criteria: { ...NO_CRITERIA, ...criteria },
  place: near,
  now,
})

const offer = (given: Partial<Offer> = {}): Offer => ({
  ...{ id: 1, kind: 'service', title: 'Prêt d’honneur', summary: '', kinds: ['aide-financiere'], themes: [] },
  ...{ stages: ['launch'], audiences: [], cost: null, modes: [], sectors: [], km: 10 },
  ...{ zoned: false, serves: false, concerns: true },
  ...given,
})

const date = (given: Partial<ComingDate> = {}): ComingDate => ({
  ...{ id: 2, kind: 'workshop', title: 'Choisir son statut', summary: '', sectors: [], km: 5, sizes: [] },
  ...{ startsAt: now.add(hours(48)), paying: false, online: false, seats: 'free' },
  ...{ forSocialEconomy: false, forInnovation: false },
  ...given,
})

const whyOut = (decision: ReturnType<typeof decideOffer>) => (decision.kind === 'out' ? decision.why : undefined)
const score = (decision: ReturnType<typeof decideOffer>) => (decision.kind === 'in' ? decision.score : -1)
const kinds = (decision: ReturnType<typeof decideOffer>) =>
  decision.kind === 'in' ? decision.matches.map(({ reason }) => reason.kind) : []

describe('ORI-1: what a person cannot use is not proposed', () => {
  test.each<[string, Partial<Offer>, Partial<Criteria>, string | undefined]>([
    ['a zone that does not hold the commune', { zoned: true, serves: false }, {}, 'elsewhere'],
    ['a zone that holds it, however far its office', { zoned: true, serves: true, km: 200 }, {}, undefined],
    ['no zone, another département, far', { concerns: false, km: 120 }, {}, 'elsewhere'],
    ['no zone, another département, near', { concerns: false, km: 30 }, {}, undefined],
    ['only from afar, wherever', { concerns: false, km: null, modes: ['a-distance'] }, {}, undefined],
    ['only from afar, when on the spot is asked', { modes: ['a-distance'] }, { remote: 'no' }, 'remote'],
    [
      'for students, asked by a retired person',
      { audiences: ['etudiants'] },
      { situations: ['retraite'] },
      'for-others',
    ],
    ['for students, who says nothing of himself', { audiences: ['etudiants'] }, {}, undefined],
    ['for women and all', { audiences: ['femmes', 'tous-publics'] }, { situations: ['salarie'] }, undefined],
    ['to be paid for, when free is asked', { cost: 'payant' }, { free: true }, 'paying'],
    ['of unknown cost, when free is asked', { cost: null }, { free: true }, undefined],
    ['about another thing', { kinds: ['aide-materielle'], stages: [], title: 'Mobilité' }, {}, 'off-topic'],
  ])('%s', (_, facts, criteria, why) => {
    expect(whyOut(decideOffer(offer(facts), asked(criteria)))).toBe(why)
  })

  test.each<[string, Partial<ComingDate>, Partial<Criteria>, string | undefined]>([
    ['full', { seats: 'full' }, {}, 'full'],
    ['nobody registers', { seats: 'open' }, {}, undefined],
    ['to be paid for, when free is asked', { paying: true }, { free: true }, 'paying'],
    ['online, when on the spot is asked', { online: true }, { remote: 'no' }, 'remote'],
    ['too far', { km: 61 }, {}, 'elsewhere'],
    ['online, whatever the distance', { online: true, km: null }, {}, undefined],
    ['over', { startsAt: now.subtract(hours(1)) }, {}, 'not-then'],
    ['after the week that was asked', { startsAt: now.add(hours(24 * 8)) }, { period: 'semaine' }, 'not-then'],
    ['before the day that was asked', {}, { from: '2026-12-01' }, 'not-then'],
    ['by day, when the evening is asked', {}, { moment: 'soir' }, 'not-then'],
    ['in the evening', { startsAt: Temporal.Instant.from('2026-11-26T17:00:00Z') }, { moment: 'soir' }, undefined],
    ['for teams, asked by one alone', { sizes: ['larger'] }, { size: 'alone' }, 'for-others'],
  ])('EVT-3: a date that is %s', (_, facts, criteria, why) => {
    expect(whyOut(decideDate(date(facts), asked(criteria)))).toBe(why)
  })
})

test('ORI-2: a service says why it is there, what weighs most first', () => {
  const decision = decideOffer(offer({ cost: 'gratuit' }), asked({ needs: ['financer'], stage: 'launch', free: true }))
  expect(kinds(decision)).toEqual(['need', 'stage', 'near', 'creation', 'free'])
})

test('ORI-2: the nearer of two that are alike comes first', () => {
  const [near, far] = [5, 40].map((km) => score(decideOffer(offer({ km }), asked())))
  expect(near).toBeGreaterThan(far ?? 0)
})

const someOffer = fc.record({
  kinds: fc.subarray([...SERVICE_KINDS]),
  stages: fc.subarray([...STAGES]),
  themes: fc.subarray(NEEDS.flatMap((need) => [...(SIGNS[need].themes ?? [])])),
  audiences: fc.subarray(['tous-publics', 'etudiants', 'femmes', 'demandeurs-emploi']),
  cost: fc.constantFrom('gratuit' as const, 'payant' as const, null),
  modes: fc.subarray(['en-presentiel', 'a-distance']),
  km: fc.option(fc.integer({ min: 0, max: 200 })),
  title: fc.constantFrom('Prêt d’honneur', 'Choisir son statut', 'Réseau de créatrices', 'Point accueil'),
  zoned: fc.boolean(),
  serves: fc.boolean(),
  concerns: fc.boolean(),
})

const someCriteria = fc.record({
  needs: fc.subarray([...NEEDS]),
  situations: fc.subarray([...SITUATIONS], { minLength: 1 }),
  activity: fc.constantFrom('', 'boulangerie'),
})

test('ORI-2: one more need, stage or situation never lowers what was proposed', () => {
  fc.assert(
    fc.property(
      someOffer,
      someCriteria,
      fc.constantFrom(...NEEDS),
      fc.constantFrom(...STAGES),
      (facts, criteria, need, stage) => {
        const before = score(decideOffer(offer(facts), asked(criteria)))
        const more = [
          { ...criteria, needs: [...new Set([...criteria.needs, need])] },
          { ...criteria, stage },
          { ...criteria, situations: [...SITUATIONS] },
          { ...criteria, remote: 'yes' as const },
        ]
        for (const next of more) expect(score(decideOffer(offer(facts), asked(next)))).toBeGreaterThanOrEqual(before)
      },
    ),
  )
})

test('EVT-3: whatever is asked, no date that is over, full or too far is proposed', () => {
  const some = fc.record({
    kind: fc.constantFrom(...EVENT_KINDS),
    seats: fc.constantFrom('free' as const, 'open' as const, 'full' as const),
    km: fc.option(fc.integer({ min: 0, max: 200 })),
    startsAt: fc.integer({ min: -50, max: 2500 }).map((count) => now.add(hours(count))),
  })
  fc.assert(
    fc.property(some, someCriteria, (facts, criteria) => {
      if (decideDate(date(facts), asked(criteria)).kind === 'out') return
      expect(facts.seats).not.toBe('full')
      expect(facts.km ?? 999).toBeLessThanOrEqual(60)
      expect(Temporal.Instant.compare(facts.startsAt, now)).toBeGreaterThanOrEqual(0)
    }),
  )
})
