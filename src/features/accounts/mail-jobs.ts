import { addresses } from '#addresses'
import { departementsOfRegion } from '#features/territory/queries.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MailRenderer, MailRenderers } from '#platform/mail/mail-content.ts'
import { listJudges } from './account-queries.ts'
import { findMessage, findPersonToMail, findTokenToMail } from './mail-queries.ts'
import { contactMail } from './mails/contact-mail.ts'
import { confirmMail, existsMail, passwordChangedMail, resetMail, signInMail } from './mails/link-mails.ts'
import { refusedMail, toValidateMail, validatedMail } from './mails/validation-mails.ts'
import type { Purpose } from './rules.ts'
import { ROLE_TEXTS } from './texts.ts'
import { linkKey } from './token-actions.ts'

/** The mails of accounts. `secret` makes again the key of each link. */
export const accountMails = (secret: string): MailRenderers => ({
  'account-confirm': linkMail(secret, 'confirm'),
  'account-link': linkMail(secret, 'link'),
  'account-reset': linkMail(secret, 'reset'),
  'account-exists': (reader, { person }, { publicUrl }) =>
    ofPerson(reader, person, ({ name }) => existsMail({ name, publicUrl })),
  'account-password-changed': (reader, { person }, { publicUrl }) =>
    ofPerson(reader, person, ({ name }) => passwordChangedMail({ name, publicUrl })),
  'account-to-validate': (reader, { person, to }, { publicUrl }) =>
    toValidate(reader, { id: Number(person), judge: Number(to) }, publicUrl),
  'account-validated': (reader, { person }, { publicUrl }) =>
    ofPerson(reader, person, ({ name, role }) =>
      role === 'professional' || role === 'reader' ? validatedMail({ name, role, publicUrl }) : undefined,
    ),
  'account-refused': (reader, { person }, { publicUrl }) =>
    ofPerson(reader, person, ({ name, refusalReason: reason }) =>
      reason === null ? undefined : refusedMail({ name, reason, publicUrl }),
    ),
  contact: async (reader, { message }) => {
    const found = await findMessage(reader, Number(message))
    if (found === undefined) return undefined
    const account = found.role === null ? 'sans compte' : ROLE_TEXTS[found.role]
    return contactMail({ ...found, account })
  },
})

const LINKS = {
  confirm: { address: addresses.account.confirm, write: confirmMail },
  link: { address: addresses.account.linkSignIn, write: signInMail },
  reset: { address: addresses.account.reset, write: resetMail },
} satisfies Record<Purpose, unknown>

function linkMail(secret: string, purpose: Purpose): MailRenderer {
  const { address, write } = LINKS[purpose]
  return async (reader, about, { now, publicUrl }) => {
    const token = await findTokenToMail(reader, Number(about.token), now)
    if (token?.purpose !== purpose) return undefined
    return write({ name: token.name, href: publicUrl + address({ key: linkKey(secret, purpose, token.seed) }) })
  }
}

type Person = NonNullable<Awaited<ReturnType<typeof findPersonToMail>>>

async function ofPerson<Mail>(reader: Reader, id: string | number | undefined, write: (person: Person) => Mail) {
  const person = await findPersonToMail(reader, Number(id))
  return person === undefined || person.state !== 'active' ? undefined : write(person)
}

/** Only to who still judges the accounts of that département. */
async function toValidate(reader: Reader, { id, judge }: { id: number; judge: number }, publicUrl: string) {
  const person = await findPersonToMail(reader, id)
  if (person?.state !== 'active' || person.professionalState !== 'pending') return undefined
  const judges = await listJudges(reader, person.departement)
  if (!judges.some((one) => one.id === judge)) return undefined
  const { name, job, structureName } = person
  const departement = (await departementsOfRegion(reader)).find(({ code }) => code === person.departement)?.name
  return toValidateMail({
    name,
    job: job ?? '',
    structure: structureName ?? '',
    departement: departement ?? '',
    publicUrl,
  })
}
