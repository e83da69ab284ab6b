import { addresses } from '#addresses'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { numbersOf, wordEach } from '#features/notifications/words.ts'
import { accountsToWord } from './notice-queries.ts'

/** A professional account to validate, to those who still judge it, until somebody did. */
export const accountNotices: NoticeTexts = {
  kinds: ['account-to-validate'],
  async words(reader, notices, { id }) {
    const rows = await accountsToWord(reader, numbersOf(notices, 'person'), id)
    const names = new Map(rows.map((row) => [row.id, row.name]))
    return wordEach(notices, ({ about }) => {
      const name = names.get(Number(about.person))
      return name === undefined
        ? undefined
        : { text: `${name} demande un compte professionnel`, href: addresses.admin.accounts() }
    })
  },
}
