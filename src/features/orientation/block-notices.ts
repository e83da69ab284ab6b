import { addresses } from '#addresses'
import { noticesAbout } from '#features/notifications/words.ts'
import { watchedToWord } from './saved-queries.ts'

/** Something new for an orientation, as long as its owner follows it; its results say what, by the rights of now. */
export const orientationNotices = noticesAbout({
  kinds: ['orientation-news'],
  about: 'orientation',
  find: (reader, ids, { id }) => watchedToWord(reader, ids, id),
  numberOf: ({ id }) => id,
  word: ({ name, criteria }) => ({
    text: `Du nouveau pour votre orientation « ${name} »`,
    href: `${addresses.orientation.results()}?${criteria}`,
  }),
})
