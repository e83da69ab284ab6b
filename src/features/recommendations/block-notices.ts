import { addresses } from '#addresses'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { recommendationsToWord } from './queries.ts'

export const recommendationNotices: NoticeTexts = {
  kinds: ['recommended'],
  async words(reader, notices) {
    const rows = await recommendationsToWord(
      reader,
      notices.map(({ about }) => Number(about.recommendation)),
    )
    const senders = new Map(rows.map(({ id, sender }) => [id, sender]))
    return new Map(
      notices.flatMap(({ id, about }) => {
        const sender = senders.get(Number(about.recommendation))
        if (sender === undefined) return []
        const text = `${sender ?? 'Un professionnel'} vous recommande une page du site`
        return [[id, { text, href: addresses.mySpace.recommendations() }] as const]
      }),
    )
  },
}
