import { addresses, contentPage, itemOf } from '#addresses'
import { mayRead } from '#features/contents/access.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MailRenderers } from '#platform/mail/mail-content.ts'
import { recommendedMail } from './mails/recommended-mail.ts'
import { findRole, findToMail } from './queries.ts'
import { KIND_ARTICLES } from './texts.ts'

/** The mail of a recommendation, by the rights that its reader and its sender have as it leaves (rule 6, REC-2). */
export const recommendationMails = (stopOf: (emailKey: string) => string): MailRenderers => ({
  recommended: async (reader, { recommendation }, { publicUrl }) => {
    const found = await findToMail(reader, Number(recommendation))
    if (found?.sender == null || found.senderState !== 'active' || found.rights.state !== 'published') return undefined
    if (!['professional', 'animator', 'administrator'].includes(found.senderRole ?? '')) return undefined
    const { content, sender, structure, word } = found
    const person = found.personId === null ? undefined : await personOf(reader, found.personId)
    if (found.personId !== null && person === undefined) return undefined
    const href = publicUrl + contentPage[content.kind]({ item: itemOf(content) })
    const isOpen = mayRead(found.rights, person) === 'yes'
    return recommendedMail({
      ...{ sender, structure, word, publicUrl, kind: KIND_ARTICLES[content.kind] },
      content: isOpen ? { title: content.title, summary: content.summary, href } : undefined,
      stranger:
        found.emailKey === null
          ? undefined
          : {
              signUp: publicUrl + addresses.account.signUpCreator(),
              stop: publicUrl + addresses.stop({ key: stopOf(found.emailKey) }),
            },
    })
  },
})

async function personOf(reader: Reader, id: number) {
  const row = await findRole(reader, id)
  return row && { ...row, departements: [], structures: [] }
}
