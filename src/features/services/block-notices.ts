import { addresses } from '#addresses'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { numbersOf, wordEach } from '#features/notifications/words.ts'
import { checksToWord } from './check-queries.ts'
import { oldestLink } from './rules.ts'

/** A sheet to look at again, until its author did. `keyOf` makes again the key of its link. */
export const checkNotices = (keyOf: (seed: string) => string): NoticeTexts => ({
  kinds: ['sheet-check'],
  async words(reader, notices, { id, now }) {
    const rows = await checksToWord(reader, numbersOf(notices, 'check'), { id, after: oldestLink(now) })
    const found = new Map(rows.map((row) => [row.id, row]))
    return wordEach(notices, ({ about }) => {
      const check = found.get(Number(about.check))
      if (check === undefined) return undefined
      return {
        text: `« ${check.title} » : toujours exact ?`,
        href: addresses.contents.check({ key: keyOf(check.seed) }),
      }
    })
  },
})
