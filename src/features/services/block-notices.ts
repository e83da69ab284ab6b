import { addresses } from '#addresses'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { noticesAbout } from '#features/notifications/words.ts'
import { checksToWord } from './check-queries.ts'
import { oldestLink } from './rules.ts'

/** A sheet to look at again, until its author did. `keyOf` makes again the key of its link. */
export const checkNotices = (keyOf: (seed: string) => string): NoticeTexts =>
  noticesAbout({
    kinds: ['sheet-check'],
    about: 'check',
    find: (reader, ids, { id, now }) => checksToWord(reader, ids, { id, after: oldestLink(now) }),
    numberOf: ({ id }) => id,
    word: ({ title, seed }) => ({
      text: `« ${title} » : toujours exact ?`,
      href: addresses.contents.check({ key: keyOf(seed) }),
    }),
  })
