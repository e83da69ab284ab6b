import { addresses } from '#addresses'
import { noticesAbout } from '#features/notifications/words.ts'
import { accountsToWord } from './notice-queries.ts'

/** A professional account to validate, to those who still judge it, until somebody did. */
export const accountNotices = noticesAbout({
  kinds: ['account-to-validate'],
  about: 'person',
  find: (reader, ids, { id }) => accountsToWord(reader, ids, id),
  numberOf: ({ id }) => id,
  word: ({ name }) => ({ text: `${name} demande un compte professionnel`, href: addresses.admin.accounts() }),
})
