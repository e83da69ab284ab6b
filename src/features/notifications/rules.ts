// ESP-3. A mail about a subject goes to who wants it; a mail without subject (legal, an answer to what the person just
// did, a change of what he holds) always goes.

type Choice = 'at-once' | 'none'

/** Without an answer of the person, all are wanted. */
export const choiceOf = (answered: Choice | undefined): Choice => answered ?? 'at-once'
