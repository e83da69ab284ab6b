// REG-6. What a mail, and the page of a registration, may tell of the event. Someone enrolled on an event reserved to
// professionals learns the date, the place and whom to ask; its title and its page stay with professionals.
import type { Reader } from '#features/accounts/actor.ts'
import { type ContentRights, mayRead } from '#features/contents/access.ts'
import { frenchDay } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'

/** `knows`: its title may be told. `opens`: its page may be read now, so a link to it may be given. */
export type EventRights = { knows: boolean; opens: boolean }

/** An event taken offline keeps its title for those who knew it. */
export const eventRights = (content: ContentRights, person: Reader): EventRights => ({
  knows: mayRead({ ...content, state: 'published' }, person) === 'yes',
  opens: mayRead(content, person) === 'yes',
})

/** « Construire son prévisionnel », or « évènement du jeudi 26 novembre » to who may not know. */
export const nameOfEvent = (
  { content, date }: { content: { title: string }; date: { startsAt: Instant } },
  rights: Pick<EventRights, 'knows'>,
  now: Instant,
): string => (rights.knows ? content.title : `évènement du ${frenchDay(date.startsAt, now)}`)
