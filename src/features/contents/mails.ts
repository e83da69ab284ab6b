import { addresses, itemOf } from '#addresses'
import type { Reader } from '#platform/database/database.ts'
import type { MailContent, MailRenderer, MailRenderers } from '#platform/mail/mail-content.ts'
import { findActive, findInvitationToMail, findRequest } from './author-queries.ts'
import { isJudgeNow, isToldNow } from './judge-queries.ts'
import { type Kinds, kindOf } from './kinds.ts'
import { findHeading, findJudgement, findWaiting } from './mail-queries.ts'
import * as mails from './mails/author-mails.ts'
import { decisionMail, waitingMail } from './mails/moderation-mails.ts'

/** The mails of moderation and of authors, by the state of things when they leave. `keyOf` makes again a link's key. */
export function contentMails(kinds: Kinds, keyOf: (seed: string) => string): MailRenderers {
  const decided = decidedOf(kinds)
  return {
    'content-submitted': waiting,
    'content-published': decided,
    'content-to-correct': decided,
    'content-refused': decided,
    'content-unpublished': decided,
    'content-trashed': decided,
    'author-named': async (reader, about, { publicUrl }) => {
      if (!(await isToldNow(reader, Number(about.content), Number(about.person)))) return undefined
      const content = await findHeading(reader, Number(about.content))
      const person = await findActive(reader, Number(about.person))
      if (content === undefined || person === undefined) return undefined
      const href = publicUrl + kindOf(kinds, content.kind).address.one({ item: itemOf(content) })
      return mails.authorNamedMail({ name: person.name, title: content.title, href })
    },
    'authors-named': async (reader, { person, count }, { publicUrl }) => {
      const found = await findActive(reader, Number(person))
      return found && mails.authorsNamedMail({ name: found.name, count: Number(count), publicUrl })
    },
    ...requestMails,
    'author-invited': async (reader, { invitation }, { publicUrl, now }) => {
      const found = await findInvitationToMail(reader, Number(invitation), now)
      if (found === undefined) return undefined
      const href = publicUrl + addresses.contents.invitation({ key: keyOf(found.seed) })
      return mails.invitationMail({ by: found.by, title: found.title, href })
    },
  }
}

/** Requests to manage a structure: to who judges them, then to who asked. */
const requestMails: MailRenderers = {
  'author-request': (reader, { request, to }, { publicUrl }) =>
    ofRequest(reader, request, async ({ state, person, content, message }) =>
      state === 'pending' && (await isJudgeNow(reader, content.id, Number(to)))
        ? mails.requestMail({
            ...{ person: person.name, job: person.job ?? '', structure: person.structureName ?? '' },
            ...{ title: content.title, message, publicUrl },
          })
        : undefined,
    ),
  'author-request-accepted': (reader, { request }, { publicUrl }) =>
    ofRequest(reader, request, ({ person, content }) => {
      const href = publicUrl + addresses.structures.edit({ item: itemOf(content) })
      return mails.requestAcceptedMail({ name: person.name, title: content.title, href })
    }),
  'author-request-refused': (reader, { request }, { publicUrl }) =>
    ofRequest(reader, request, ({ person, content, reason }) =>
      mails.requestRefusedMail({
        ...{ name: person.name, title: content.title, reason: reason ?? '' },
        ...{ href: publicUrl, publicUrl },
      }),
    ),
}

type Request = NonNullable<Awaited<ReturnType<typeof findRequest>>>

async function ofRequest(
  reader: Reader,
  id: string | number | undefined,
  write: (request: Request) => MailContent | undefined | Promise<MailContent | undefined>,
): Promise<MailContent | undefined> {
  const request = await findRequest(reader, Number(id))
  return request === undefined ? undefined : write(request)
}

function decidedOf(kinds: Kinds): MailRenderer {
  return async (reader, { judgement, to }, { publicUrl }) => {
    const found = await findJudgement(reader, Number(judgement))
    if (found === undefined || !(await isToldNow(reader, found.id, Number(to)))) return undefined
    const { kind, verb, reason, data } = found
    const { address } = kindOf(kinds, kind)
    const item = itemOf(found)
    const title = data?.content.title ?? found.title
    const href = publicUrl + (verb === 'ask-for-changes' ? address.edit({ item }) : address.one({ item }))
    return decisionMail({ kind, verb, title, reason, href })
  }
}

/** Nothing is said to who judges it no more, nor of a text that was withdrawn, replaced or judged meanwhile. */
const waiting: MailRenderer = async (reader, { revision, to }, { publicUrl }) => {
  const found = await findWaiting(reader, Number(revision))
  if (found === undefined) return undefined
  const isChange = found.revision === 'pending'
  if (!isChange && found.state !== 'submitted') return undefined
  if (!(await isJudgeNow(reader, found.id, Number(to)))) return undefined
  return waitingMail({
    kind: found.kind,
    title: found.data.content.title,
    author: found.author ?? '',
    isChange,
    href: publicUrl + addresses.admin.content({ content: found.id }),
  })
}
