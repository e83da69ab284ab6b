// ESP-3. What is told to a person is a notice: a line in « Mon espace », and a mail by the same cause, once. Each subject is
// told at once, in one mail a day, or in the list alone. A mail without subject (legal, an answer to what the person just
// did, a change of what he holds) always goes.

export const CHOICES = ['at-once', 'daily', 'none'] as const
export type Choice = (typeof CHOICES)[number]

const ALL = CHOICES
/** What is worth nothing a day later is told at once or not at all. */
const NOW_OR_NEVER = ['at-once', 'none'] as const

/** The subjects, in the order of the screen, with what may be chosen. */
export const TOPICS = {
  comments: ALL,
  projects: ALL,
  recommendations: ALL,
  orientation: ALL,
  moderation: ALL,
  judging: ALL,
  checks: ALL,
  reminders: NOW_OR_NEVER,
} as const satisfies Record<string, readonly Choice[]>

export type Topic = keyof typeof TOPICS

/** What a link of a mail stops: a subject, or the mail of the day with all that it holds. */
export type Stoppable = Topic | typeof DIGEST
export const DIGEST = 'digest'

export const isTopic = (text: string): text is Topic => Object.hasOwn(TOPICS, text)

export const isStoppable = (text: string): text is Stoppable => text === DIGEST || isTopic(text)

export const mayChoose = (topic: Topic, choice: Choice): boolean =>
  (TOPICS[topic] as readonly Choice[]).includes(choice)

/** Without an answer of the person, all are wanted at once. */
export const choiceOf = (answered: Choice | undefined): Choice => answered ?? 'at-once'

/** Mails a day to an address without account, over all who write to it (B24). */
export const MOST_MAILS_TO_STRANGER = 3
