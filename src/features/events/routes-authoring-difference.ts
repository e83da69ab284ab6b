import { plainText } from '#features/contents/fields.ts'
import type { FieldText } from '#features/contents/kinds.ts'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { EventToSave } from './actions.ts'
import type { AuthoredEvent } from './authoring-queries.ts'
import { isSettled } from './date-list.ts'
import { placeText } from './place-text.ts'
import { KIND_TEXTS, SIZE_TEXTS } from './texts.ts'

type Text = {
  content: { title: string; summary: string; presentation: string; presentationFormat?: 'plain' | 'html' }
  access: 'public' | 'pro'
  event: AuthoredEvent['event'] | EventToSave['columns']
  dates: readonly { startsAt: Instant; endsAt: Instant | null }[]
}

/** What is saved, in words, for who wrote at the same time (R12). */
export const savedTexts = ({ content, rights, event, dates }: AuthoredEvent, now: Instant): FieldText[] =>
  textsOf({ content, access: rights.access, event, dates: dates.filter((date) => !isSettled(date, now)) }, now)

/** What was typed, in the same words. */
export const typedTexts = ({ content, columns, dates }: EventToSave, now: Instant): FieldText[] =>
  textsOf({ content, access: content.access, event: columns, dates: dates.wanted }, now)

function textsOf({ content, access, event, dates }: Text, now: Instant): FieldText[] {
  const { title, summary, presentation, presentationFormat = 'plain' } = content
  const joined = (texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join(', ')
  const inOrder = dates.toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
  return [
    ['Titre', title],
    ['Présentation synthétique', summary],
    ['Présentation complète', plainText({ presentation, presentationFormat })],
    ['Dates', inOrder.map(({ startsAt, endsAt }) => frenchRange(startsAt, endsAt ?? undefined, now)).join('\n')],
    ['Adresse', placeText(event as AuthoredEvent['event'])],
    ['Contact', joined([event.contactName, event.contactPhone, event.contactEmail])],
    ['Liens', joined([event.facebook, event.website])],
    ['Type d’évènement', KIND_TEXTS[event.kind]],
    ['Tarification', joined([event.paying ? 'Payant' : 'Gratuit', event.priceNote])],
    ['Taille du projet', joined((event.projectSizes ?? []).map((size) => SIZE_TEXTS[size]))],
    ['Accès', access === 'public' ? 'Public' : 'Pro'],
  ]
}
