import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { button, links, type MailRenderers, paragraph } from '#platform/mail/mail-content.ts'
import type { StopOf } from '#platform/mail/written-mail.ts'
import { noticesOfDigest } from './list-queries.ts'
import { DIGEST, isTopic, type Stoppable } from './rules.ts'
import type { NoticeTexts } from './slots.ts'
import { TOPIC_TEXTS } from './texts.ts'
import { wordsOf } from './words.ts'

/** Makes the key of a link that stops something of a person. */
export type StopKey = (stop: { personId: number; what: Stoppable }) => string

/** How the mails of a subject to an account are stopped, in their foot and by the button of mailboxes. */
export const topicStops =
  (publicUrl: string, keyOf: StopKey): StopOf =>
  (personId, topic) => {
    if (!isTopic(topic)) throw new Error(`no subject ${topic}`)
    const oneClick = publicUrl + addresses.topicStop({ key: keyOf({ personId, what: topic }) })
    const label = `Ne plus recevoir de mails du sujet « ${TOPIC_TEXTS[topic].name} »`
    return { oneClick, links: [{ label, href: oneClick }, choices(publicUrl)] }
  }

const choices = (publicUrl: string) => ({
  label: 'Choisir quels mails je reçois',
  href: publicUrl + addresses.mySpace.preferences(),
})

/** Lines of one mail; the others are in the list. */
const MOST_LINES = 50

/** The mail of the day: what is still true, still wanted and still open to its reader as it leaves. */
export const digestMails = (texts: readonly NoticeTexts[], keyOf: StopKey): MailRenderers => ({
  digest: async (reader, { person, at }, { publicUrl, now }) => {
    const id = Number(person)
    const notices = await noticesOfDigest(reader, id, Temporal.Instant.from(String(at)))
    const words = await wordsOf(texts)(reader, notices, { id, now })
    const lines = notices.flatMap((notice) => {
      const found = words.get(notice.id)
      return found === undefined ? [] : [{ label: found.text, href: publicUrl + found.href }]
    })
    if (lines.length === 0) return undefined
    const others = lines.length - MOST_LINES
    const stop = publicUrl + addresses.topicStop({ key: keyOf({ personId: id, what: DIGEST }) })
    return {
      subject: `${plural(lines.length, 'nouvelle')} sur Je crée dans ma région`,
      body: [
        paragraph('Voici ce qui s’est passé depuis hier.'),
        links('À voir', ...lines.slice(0, MOST_LINES)),
        ...(others > 0 ? [paragraph(`Et ${plural(others, 'autre')}, dans vos notifications.`)] : []),
        button('Toutes mes notifications', publicUrl + addresses.mySpace.notifications()),
      ],
      why: 'Vous recevez ce mail parce que vous avez choisi un mail par jour pour ces sujets.',
      unsubscribe: stop,
      foot: [{ label: 'Ne plus recevoir le mail du jour', href: stop }, choices(publicUrl)],
    }
  },
})
