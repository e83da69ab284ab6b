import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { button, links, type MailRenderers, paragraph } from '#platform/mail/mail-content.ts'
import { noticesOfDigest } from './list-queries.ts'
import type { NoticeTexts } from './slots.ts'
import { wordsOf } from './words.ts'

/** The mail of the day: what is still true and still open to its reader as it leaves. */
export const digestMails = (texts: readonly NoticeTexts[]): MailRenderers => ({
  digest: async (reader, { person, at }, { publicUrl, now }) => {
    const id = Number(person)
    const notices = await noticesOfDigest(reader, id, Temporal.Instant.from(String(at)))
    const words = await wordsOf(texts)(reader, notices, { id, now })
    const lines = notices.flatMap((notice) => {
      const found = words.get(notice.id)
      return found === undefined ? [] : [{ label: found.text, href: publicUrl + found.href }]
    })
    if (lines.length === 0) return undefined
    return {
      subject: `${plural(lines.length, 'nouvelle')} sur Je crée dans ma région`,
      body: [
        paragraph('Voici ce qui s’est passé depuis hier.'),
        links('À voir', ...lines),
        button('Toutes mes notifications', publicUrl + addresses.mySpace.notifications()),
        links('Vos choix', {
          label: 'Choisir quels mails je reçois',
          href: publicUrl + addresses.mySpace.preferences(),
        }),
      ],
      why: 'Vous recevez ce mail parce que vous avez choisi un mail par jour pour ces sujets.',
    }
  },
})
