import { addresses, contentPage, itemOf } from '#addresses'
import { mayRead } from '#features/contents/access.ts'
import type { StrangerStop } from '#features/notifications/slots.ts'
import { nameOr } from '#kernel/said-name'
import type { Reader } from '#platform/database/database.ts'
import type { MailRenderers } from '#platform/mail/mail-content.ts'
import { recommendedMail } from './mails/recommended-mail.ts'
import { findRole, findToMail } from './queries.ts'
import { KIND_ARTICLES } from './texts.ts'

/** The mail of a recommendation, by the rights that its reader and its sender have as it leaves (rule 6, REC-2). */
export const recommendationMails = (stop: StrangerStop): MailRenderers => ({
  recommended: async (reader, { recommendation }, { publicUrl }) => {
    const found = await findToMail(reader, Number(recommendation))
    if (found === undefined || !(await mayLeave(reader, found, stop))) return undefined
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
              stop: publicUrl + addresses.stop({ key: stop.keyOf(found.strangerKey) }),
            },
    })
  },
})

type Found = NonNullable<Awaited<ReturnType<typeof findToMail>>>

/** Its content is still there, its sender still recommends, and the address has not asked for silence meanwhile. */
async function mayLeave(reader: Reader, found: Found, stop: StrangerStop): Promise<boolean> {
  const { sender, senderState, senderRole, strangerKey } = found
  if (sender === null || senderState !== 'active' || found.rights.state !== 'published') return false
  if (!['professional', 'animator', 'administrator'].includes(senderRole ?? '')) return false
  return strangerKey === null || !(await stop.isStopped(reader, strangerKey))
}

async function personOf(reader: Reader, id: number) {
  const row = await findRole(reader, id)
  return row && { ...row, departements: [], structures: [] }
}
