import { addresses, itemOf } from '#addresses'
import { eventCard } from '#features/events/cards.ts'
import type { SeatsLeft } from '#features/events/slots.ts'
import { kindText as serviceKindText } from '#features/services/texts.ts'
import { AUDIENCE_TEXTS } from '#features/structures/audience-texts.ts'
import { kindText as structureKindText } from '#features/structures/texts.ts'
import { enumerate } from '#kernel/french'
import type { EventCardProps } from '#ui/event-card.tsx'
import type { Answers, Chosen } from './find-queries.ts'
import type { OfferFound } from './offer-queries.ts'
import { reasonText } from './reason-texts.ts'
import type { Match } from './reasons.ts'
import { EVERYBODY } from './situations.ts'

/** What each group shows; the whole lists are one link away. */
export const SHOWN = 6
const MOST_REASONS = 4

export type ResultCard = {
  href: string
  title: string
  summary: string
  /** « Prêt d’honneur – Initiative, Lyon » */
  note: string
  reasons: readonly string[]
  /** « Pour : étudiants », when it is not for all. */
  only: string
  reserved: boolean
}

export type DateCard = { card: EventCardProps; dateId: number; reasons: readonly string[]; reserved: boolean }

export type Shown = {
  services: readonly ResultCard[]
  structures: readonly ResultCard[]
  dates: readonly DateCard[]
  readings: readonly ResultCard[]
}

/** Those that weigh most, in words; what the card itself says is not said twice. */
const reasonsOf = (matches: readonly Match[], but: readonly string[] = []): string[] =>
  matches
    .filter(({ reason }) => !but.includes(reason.kind))
    .slice(0, MOST_REASONS)
    .map(({ reason }) => reasonText(reason))

export function shownOf(answers: Answers, seats: ReadonlyMap<number, SeatsLeft>): Shown {
  const { services, structures, dates, readings } = answers
  return {
    services: services.slice(0, SHOWN).map((chosen) => offerCard(chosen, addresses.services.one, serviceKindText)),
    structures: structures
      .slice(0, SHOWN)
      .map((chosen) => offerCard(chosen, addresses.structures.one, structureKindText)),
    dates: dates.slice(0, SHOWN).map(({ one, matches }) => ({
      card: eventCard(one, seats.get(one.dateId)),
      dateId: one.dateId,
      reasons: reasonsOf(matches, seats.has(one.dateId) ? ['seats', 'free'] : ['free']),
      reserved: one.access === 'pro',
    })),
    readings: readings.slice(0, SHOWN).map(({ one, matches }) => ({
      href: (one.kind === 'article' ? addresses.articles : addresses.resources).one({ item: itemOf(one) }),
      title: one.title,
      summary: one.summary,
      note: one.kind === 'article' ? 'Article' : 'Ressource',
      reasons: reasonsOf(matches),
      only: '',
      reserved: false,
    })),
  }
}

type OneAddress = (params: { item: string }) => string

function offerCard(
  { one, matches }: Chosen<OfferFound>,
  address: OneAddress,
  kindText: (code: string) => string,
): ResultCard {
  const { title, summary, kinds, structureTitle, city, access, audiences } = one
  const only = audiences.includes(EVERYBODY) ? [] : audiences.flatMap((code) => AUDIENCE_TEXTS[code] ?? [])
  return {
    href: address({ item: itemOf(one) }),
    title,
    summary: summary || kinds.map(kindText).join(', '),
    note: [structureTitle, city].filter((part) => part !== '').join(', '),
    reasons: reasonsOf(matches),
    only: only.length === 0 ? '' : `Pour : ${enumerate(only).toLowerCase()}`,
    reserved: access === 'pro',
  }
}
