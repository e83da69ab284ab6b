import { addresses } from '#addresses'
import type { FieldText, KindOfContent } from '#features/contents/kinds.ts'
import { writeEventIn } from './actions.ts'
import type { EventColumns } from './authoring-store.ts'
import { cancelDatesToComeIn, type DateSlots, saveDatesIn } from './date-actions.ts'
import { datesToCome } from './date-queries.ts'
import { eventOwn } from './own-queries.ts'
import { placeText } from './place-text.ts'
import { KIND_TEXTS, SECTOR_TEXTS, SIZE_TEXTS } from './texts.ts'

const { one, edit, history } = addresses.events

/** What names the pages of an event. */
export const eventPlace = { kind: 'event', address: { one, edit, history } } as const

/**
 * What events hand to the history and to moderation. Dates and registrations are no part of its text: going back to an old
 * one leaves them, and tells who registered when the place changes.
 */
export function eventKindOf(slots: DateSlots): KindOfContent<EventColumns> {
  return {
    ...eventPlace,
    async apply(tx, contentId, { own }, { isNew, now, actorId }) {
      const places = await writeEventIn(tx, contentId, { own, isNew })
      if (isNew || actorId === null) return
      await saveDatesIn(tx, { slots, actorId, now }, { eventId: contentId, wanted: [], removed: [], ...places })
    },
    own: eventOwn,
    fields: fieldsOfEvent,
    tags: ({ content }) => ['events', ...(content.structureId === null ? [] : [`content:${content.structureId}`])],
    underWay: {
      async find(reader, contentId, now) {
        const dates = await datesToCome(reader, contentId, now)
        const people = dates.length === 0 ? [] : [...(await slots.places.load(reader, dates)).values()]
        return {
          dates: dates.length,
          people: people.reduce((count, here) => count + here.people.taken + here.people.waiting, 0),
        }
      },
      end: (tx, contentId, by) => cancelDatesToComeIn(tx, { slots, ...by }, contentId),
    },
    revertNote:
      'Ses textes, son lieu, son contact et ses catégories reviennent ; ses dates et ses inscriptions restent comme elles sont. Si le lieu change, les inscrits sont prévenus.',
  }
}

const joined = (texts: readonly string[]) => texts.filter(Boolean).join(', ')

function fieldsOfEvent(event: EventColumns): FieldText[] {
  const { latitude, longitude } = event
  return [
    ['Adresse', placeText(event)],
    ['Position sur la carte', latitude === null ? '' : `${latitude} ; ${longitude}`],
    ['Contact', joined([event.contactName, event.contactPhone, event.contactEmail])],
    ['Liens', joined([event.facebook, event.website])],
    ['Type d’évènement', KIND_TEXTS[event.kind]],
    ['Tarification', joined([event.paying ? 'Payant' : 'Gratuit', event.priceNote])],
    ['Taille du projet', joined(event.projectSizes.map((size) => SIZE_TEXTS[size]))],
    [
      'Secteur spécifique',
      joined([event.forSocialEconomy ? SECTOR_TEXTS.ess : '', event.forInnovation ? SECTOR_TEXTS.innovation : '']),
    ],
  ]
}
