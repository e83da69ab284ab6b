import { addresses, itemOf } from '#addresses'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { numbersOf, wordEach } from '#features/notifications/words.ts'
import { type Kinds, kindOf } from './kinds.ts'
import type { Verb } from './moderation.ts'
import { judgementsToWord, requestsToWord, waitingToWord } from './notice-queries.ts'
import { DECISION_SUBJECTS } from './texts.ts'

/** Where authors go after a decision: to the form when something is asked of them. */
const goesToForm = (verb: Verb) => verb === 'ask-for-changes'

/** What was decided, to those who are still authors. */
export const decisionNotices = (kinds: Kinds): NoticeTexts => ({
  kinds: ['content-published', 'content-to-correct', 'content-refused', 'content-unpublished', 'content-trashed'],
  async words(reader, notices, { id }) {
    const rows = await judgementsToWord(reader, numbersOf(notices, 'judgement'), id)
    const found = new Map(rows.map((row) => [row.judgement, row]))
    return wordEach(notices, ({ about }) => {
      const one = found.get(Number(about.judgement))
      if (one === undefined) return undefined
      const { address } = kindOf(kinds, one.kind)
      const item = itemOf(one)
      return {
        text: `${DECISION_SUBJECTS[one.verb] ?? 'Décision'} : ${one.title}`,
        href: goesToForm(one.verb) ? address.edit({ item }) : address.one({ item }),
      }
    })
  },
})

/** A text to judge, to those who still judge it, until somebody did. */
export const waitingNotices: NoticeTexts = {
  kinds: ['content-submitted'],
  async words(reader, notices, { id }) {
    const rows = await waitingToWord(reader, numbersOf(notices, 'revision'), id)
    const found = new Map(rows.map((row) => [row.revision, row]))
    return wordEach(notices, ({ about }) => {
      const one = found.get(Number(about.revision))
      return one && { text: `À valider : ${one.title}`, href: addresses.admin.content({ content: one.content }) }
    })
  },
}

/** Somebody asks to manage a structure, until it is answered. */
export const requestNotices: NoticeTexts = {
  kinds: ['author-request'],
  async words(reader, notices, { id }) {
    const rows = await requestsToWord(reader, numbersOf(notices, 'request'), id)
    const found = new Map(rows.map((row) => [row.request, row]))
    return wordEach(notices, ({ about }) => {
      const one = found.get(Number(about.request))
      return (
        one && { text: `${one.name} demande à gérer la fiche « ${one.title} »`, href: addresses.admin.structures() }
      )
    })
  },
}
