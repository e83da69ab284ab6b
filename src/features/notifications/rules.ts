// ESP-3. A mail about one of these subjects goes to who wants it; a mail without subject (legal, an answer to what the
// person just did, a change of what he holds) always goes.

export const TOPICS = ['reminders', 'registrations-received', 'comments', 'recommendations', 'moderation'] as const

export type Topic = (typeof TOPICS)[number]

export type Choice = 'at-once' | 'none'

/** Without an answer of the person, all are wanted. */
export const choiceOf = (answered: Choice | undefined): Choice => answered ?? 'at-once'
