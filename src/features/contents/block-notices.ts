import { addresses, itemOf } from '#addresses'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { noticesAbout } from '#features/notifications/words.ts'
import { type Kinds, kindOf } from './kinds.ts'
import type { Verb } from './moderation.ts'
import { judgementsToWord, requestsToWord, waitingToWord } from './notice-queries.ts'
import { DECISION_SUBJECTS } from './texts.ts'

/** Where authors go after a decision: to the form when something is asked of them. */
const goesToForm = (verb: Verb) => verb === 'ask-for-changes'

/** What was decided, to those who are still authors. */
export const decisionNotices = (kinds: Kinds): NoticeTexts =>
  noticesAbout({
    kinds: ['content-published', 'content-to-correct', 'content-refused', 'content-unpublished', 'content-trashed'],
    about: 'judgement',
    find: (reader, ids, { id }) => judgementsToWord(reader, ids, id),
    numberOf: ({ judgement }) => judgement,
    word(one) {
      const { address } = kindOf(kinds, one.kind)
      const item = itemOf(one)
      return {
        text: `${DECISION_SUBJECTS[one.verb] ?? 'Décision'} : ${one.title}`,
        href: goesToForm(one.verb) ? address.edit({ item }) : address.one({ item }),
      }
    },
  })

/** A text to judge, to those who still judge it, until somebody did. */
export const waitingNotices = noticesAbout({
  kinds: ['content-submitted'],
  about: 'revision',
  find: (reader, ids, { id }) => waitingToWord(reader, ids, id),
  numberOf: ({ revision }) => revision,
  word: ({ title, content }) => ({ text: `À valider : ${title}`, href: addresses.admin.content({ content }) }),
})

/** Somebody asks to manage a structure, until it is answered. */
export const requestNotices = noticesAbout({
  kinds: ['author-request'],
  about: 'request',
  find: (reader, ids, { id }) => requestsToWord(reader, ids, id),
  numberOf: ({ request }) => request,
  word: ({ name, title }) => ({
    text: `${name} demande à gérer la fiche « ${title} »`,
    href: addresses.admin.structures(),
  }),
})
