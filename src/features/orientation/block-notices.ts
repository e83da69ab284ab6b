import { addresses } from '#addresses'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { numbersOf, wordEach } from '#features/notifications/words.ts'
import { watchedToWord } from './saved-queries.ts'

/** Something new for an orientation, as long as its owner follows it; its results say what, by the rights of now. */
export const orientationNotices: NoticeTexts = {
  kinds: ['orientation-news'],
  async words(reader, notices, person) {
    const rows = await watchedToWord(reader, numbersOf(notices, 'orientation'), person.id)
    const found = new Map(rows.map((row) => [row.id, row]))
    return wordEach(notices, ({ about }) => {
      const saved = found.get(Number(about.orientation))
      if (saved === undefined) return undefined
      return {
        text: `Du nouveau pour votre orientation « ${saved.name} »`,
        href: `${addresses.orientation.results()}?${saved.criteria}`,
      }
    })
  },
}
