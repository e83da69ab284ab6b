// ORI-1, ORI-2, EVT-3. Hard conditions first: what a person cannot use is not proposed, whatever it has besides. Then each
// criterion that a content answers adds its weight, and is told as the reason why it is there. Nothing takes weight away.
import { hours, type Instant, inParis, isBefore, startOfDay } from '#kernel/time'
import { type Criteria, EVENING, PERIODS, USUAL_DAYS } from './criteria.ts'
import type { AskedPlace, ComingDate, Offer, Reading } from './facts.ts'
import { type Decision, type Exclusion, isAbout, type Match, weigh } from './reasons.ts'
import { EVERYBODY, isForOthers } from './situations.ts'
import { isAboutCreation, type Topic, topicMatches } from './topic-rules.ts'
import { FAR, fading, SOON, WEIGHTS } from './weights.ts'

export type Asked = { criteria: Criteria; place: AskedPlace | undefined; now: Instant }

const isOnlyRemote = (modes: readonly string[]): boolean =>
  modes.length > 0 && modes.every((mode) => mode === 'a-distance')

/** A service or a structure. */
export function decideOffer(offer: Offer, asked: Asked): Decision {
  const why = offerExclusion(offer, asked)
  if (why !== undefined) return { kind: 'out', why }
  const { criteria, place } = asked
  const topic = topicOf(offer)
  const matches: Match[] = topicMatches(topic, criteria)
  if (isAboutCreation(topic)) matches.push({ reason: { kind: 'creation' }, points: WEIGHTS.creation })
  if (!isAbout(matches)) return { kind: 'out', why: 'off-topic' }
  if (place) matches.push(...placeMatches(offer.km, place))
  if (place && offer.zoned) matches.push({ reason: { kind: 'serves', commune: place.name }, points: WEIGHTS.serves })
  if (offer.audiences.includes(EVERYBODY)) matches.push({ reason: { kind: 'everybody' }, points: WEIGHTS.everybody })
  if (offer.cost === 'gratuit') matches.push(freeMatch(criteria))
  if (criteria.remote === 'yes' && offer.modes.includes('a-distance')) matches.push(remoteMatch)
  return weigh(matches)
}

const topicOf = (offer: Offer): Topic => ({
  ...{ title: offer.title, summary: offer.summary, stages: offer.stages, audiences: offer.audiences },
  ...{ themes: offer.themes, sectors: offer.sectors },
  ...(offer.kind === 'service' ? { services: offer.kinds } : { structures: offer.kinds }),
})

function offerExclusion(offer: Offer, { criteria, place }: Asked): Exclusion | undefined {
  if (place !== undefined && !reaches(offer)) return 'elsewhere'
  if (isForOthers(offer.audiences, criteria.situations)) return 'for-others'
  if (criteria.free && offer.cost === 'payant') return 'paying'
  if (criteria.remote === 'no' && isOnlyRemote(offer.modes)) return 'remote'
  return undefined
}

/** Its zone says; without one, its département or its distance. */
function reaches({ zoned, serves, concerns, km, modes }: Offer): boolean {
  if (zoned) return serves
  return concerns || (km !== null && km <= FAR) || isOnlyRemote(modes)
}

/** A date of an event. */
export function decideDate(date: ComingDate, asked: Asked): Decision {
  const why = dateExclusion(date, asked)
  if (why !== undefined) return { kind: 'out', why }
  const { criteria, place, now } = asked
  const special = [date.forSocialEconomy ? 'ess' : '', date.forInnovation ? 'innovation' : '']
  const sectors = [...date.sectors, ...special]
  const matches: Match[] = topicMatches(
    { title: date.title, summary: date.summary, event: date.kind, sectors },
    criteria,
  )
  if (place && !date.online) matches.push(...placeMatches(date.km, place))
  if (date.online && criteria.remote === 'yes') matches.push(remoteMatch)
  if (!date.paying) matches.push(freeMatch(criteria))
  if (criteria.size !== undefined && date.sizes.includes(criteria.size))
    matches.push({ reason: { kind: 'size', size: criteria.size }, points: WEIGHTS.size })
  const days = daysUntil(date.startsAt, now)
  matches.push({ reason: { kind: 'soon', days }, points: fading(WEIGHTS.soon, days, SOON) })
  const seats = date.seats === 'free' ? 'seats' : 'open'
  matches.push({ reason: { kind: seats }, points: WEIGHTS.seats })
  return weigh(matches)
}

function dateExclusion(date: ComingDate, { criteria, place, now }: Asked): Exclusion | undefined {
  if (date.seats === 'full') return 'full'
  if (criteria.free && date.paying) return 'paying'
  if (date.online && criteria.remote === 'no') return 'remote'
  if (place !== undefined && !date.online && (date.km === null || date.km > FAR)) return 'elsewhere'
  if (criteria.size !== undefined && date.sizes.length > 0 && !date.sizes.includes(criteria.size)) return 'for-others'
  const { starts, ends } = spanOf(criteria, now)
  if (isBefore(date.startsAt, starts) || !isBefore(date.startsAt, ends)) return 'not-then'
  if (criteria.moment !== undefined && momentOf(date.startsAt) !== criteria.moment) return 'not-then'
  return undefined
}

/** By the calendar: a date of tomorrow morning is tomorrow, however few hours away. */
const daysUntil = (at: Instant, now: Instant): number =>
  Math.max(0, inParis(now).toPlainDate().until(inParis(at).toPlainDate(), { largestUnit: 'days' }).days)

const momentOf = (at: Instant) => (inParis(at).hour >= EVENING ? 'soir' : 'journee')

/** From when until when dates are looked at. */
export function spanOf({ from, period }: Criteria, now: Instant): { starts: Instant; ends: Instant } {
  const day = from === '' ? undefined : startOfDay(from)
  const starts = day === undefined || isBefore(day, now) ? now : day
  return { starts, ends: starts.add(hours(24 * (period === undefined ? USUAL_DAYS : PERIODS[period]))) }
}

/** What most creators need to read, when they say nothing of it. */
const USUAL: Criteria['needs'] = ['comprendre', 'construire', 'statut']

export const needsToRead = ({ needs }: Criteria): Criteria['needs'] => (needs.length > 0 ? needs : USUAL)

/** A text, by its title: what has the same reasons is in the order of search. */
export function decideReading({ title, sectors, found }: Reading, { criteria }: Asked): Decision {
  const all = topicMatches({ title, summary: '', sectors }, criteria, needsToRead(criteria))
  // A sector that is only told from the activity is too wide to choose what to read.
  const matches = all.filter(({ reason }) => reason.kind !== 'sector' || criteria.sector !== undefined)
  if (matches.length === 0) return { kind: 'out', why: 'off-topic' }
  const decision = weigh(matches)
  return decision.kind === 'in' ? { ...decision, score: decision.score + Math.min(10, found) } : decision
}

function placeMatches(km: number | null, { name }: AskedPlace): Match[] {
  if (km === null) return []
  return [{ reason: { kind: 'near', km, commune: name }, points: fading(WEIGHTS.near, km, FAR) }]
}

const freeMatch = ({ free }: Criteria): Match => ({
  reason: { kind: 'free' },
  points: free ? WEIGHTS.free : WEIGHTS.freeAnyway,
})

const remoteMatch: Match = { reason: { kind: 'remote' }, points: WEIGHTS.remote }

/** The best first; what is equal keeps the order it came in. */
export const best = <One>(
  all: readonly One[],
  decide: (one: One) => Decision,
): { one: One; matches: readonly Match[] }[] =>
  all
    .map((one) => ({ one, decision: decide(one) }))
    .flatMap(({ one, decision }) => (decision.kind === 'in' ? [{ one, ...decision }] : []))
    .toSorted((a, b) => b.score - a.score)
