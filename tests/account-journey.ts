// Steps of accounts that several tests take: typing a form, opening the link of a mail.
import { departements, regions } from '#features/territory/tables.ts'
import { newKey } from '#platform/keys.ts'
import type { Form } from './browser.ts'
import type { TestSite } from './site.ts'

export const PASSWORD = 'une petite phrase'

export const creatorForm = (email: string, more: Form = {}): Form => ({
  submission: newKey(),
  nom: 'Zoé N’Guessan',
  email,
  mot_de_passe: PASSWORD,
  ...more,
})

export const professionalForm = (email: string, more: Form = {}): Form =>
  creatorForm(email, {
    fonction: 'Conseillère',
    telephone: '04 72 00 00 00',
    departement: '69',
    structure: 'Maison',
    ...more,
  })

export async function loadRhone(site: TestSite): Promise<void> {
  await site.database.insert(regions).values({ code: '84', name: 'Auvergne-Rhône-Alpes' }).onConflictDoNothing()
  const rows = [
    { code: '42', name: 'Loire', regionCode: '84' },
    { code: '69', name: 'Rhône', regionCode: '84' },
    { code: '74', name: 'Haute-Savoie', regionCode: '84' },
  ]
  await site.database.insert(departements).values(rows).onConflictDoNothing()
}

/** The path of the button in the newest mail of a kind to an address. */
export async function linkIn(site: TestSite, kind: string, recipient: string): Promise<string> {
  const mail = (await site.mails({ kind, recipient })).at(-1)
  const part = mail?.content?.body.find(({ kind: partKind }) => partKind === 'button')
  if (part?.kind !== 'button') throw new Error(`no link in a mail ${kind} to ${recipient}`)
  return part.href.replace(site.parts.settings.PUBLIC_URL, '')
}

/** Signs up and confirms; returns the browser, signed in. */
export async function openAccount(site: TestSite, email: string) {
  const browser = site.browser()
  await browser.post('/creer-un-compte/createur', creatorForm(email))
  await browser.send(await linkIn(site, 'account-confirm', email), { submission: newKey() })
  return browser
}
