import { addresses, contentPage, itemOf } from '#addresses'
import { mayRead } from '#features/contents/access.ts'
import { isStopped } from '#features/notifications/queries.ts'
import type { Reader } from '#platform/database/database.ts'
import { hashOf } from '#platform/keys.ts'
import type { MailRenderers } from '#platform/mail/mail-content.ts'
import { nameOr } from '#platform/mail/said-name.ts'
import { recommendedMail } from './mails/recommended-mail.ts'
import { findRole, findToMail } from './queries.ts'
import { KIND_ARTICLES } from './texts.ts'

/** The mail of a recommendation, by the rights that its reader and its sender have as it leaves (rule 6, REC-2). */
export const recommendationMails = (stopOf: (emailKey: string) => string): MailRenderers => ({
  recommended: async (reader, { recommendation }, { publicUrl }) => {
    const found = await findToMail(reader, Number(recommendation))
    if (found === undefined || !(await mayLeave(reader, found, stopOf))) return undefined
    const { content, word } = found
    const person = found.personId === null ? undefined : await personOf(reader, found.personId)
    if (found.personId !== null && person === undefined) return undefined
    const href = publicUrl + contentPage[content.kind]({ item: itemOf(content) })
    const isOpen = mayRead(found.rights, person) === 'yes'
    return recommendedMail({
      ...{ sender: nameOr(found.sender ?? '', 'Un professionnel'), structure: nameOr(found.structure ?? '', null) },
      ...{ word, publicUrl, kind: KIND_ARTICLES[content.kind] },
      content: isOpen ? { title: content.title, summary: content.summary, href } : undefined,
      stranger:
        found.strangerKey === null
          ? undefined
          : {
              signUp: publicUrl + addresses.account.signUpCreator(),
              stop: publicUrl + addresses.stop({ key: stopOf(found.strangerKey) }),
            },
    })
  },
})

type Found = NonNullable<Awaited<ReturnType<typeof findToMail>>>

/** Its content is still there, its sender still recommends, and the address has not asked for silence meanwhile. */
async function mayLeave(reader: Reader, found: Found, stopOf: (emailKey: string) => string): Promise<boolean> {
  const { sender, senderState, senderRole, strangerKey } = found
  if (sender === null || senderState !== 'active' || found.rights.state !== 'published') return false
  if (!['professional', 'animator', 'administrator'].includes(senderRole ?? '')) return false
  return strangerKey === null || !(await isStopped(reader, hashOf(stopOf(strangerKey))))
}

async function personOf(reader: Reader, id: number) {
  const row = await findRole(reader, id)
  return row && { ...row, departements: [], structures: [] }
}
