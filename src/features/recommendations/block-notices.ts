import { addresses } from '#addresses'
import { noticesAbout } from '#features/notifications/words.ts'
import { recommendationsToWord } from './queries.ts'

export const recommendationNotices = noticesAbout({
  kinds: ['recommended'],
  about: 'recommendation',
  find: recommendationsToWord,
  numberOf: ({ id }) => id,
  word: ({ sender }) => ({
    text: `${sender ?? 'Un professionnel'} vous recommande une page du site`,
    href: addresses.mySpace.recommendations(),
  }),
})
