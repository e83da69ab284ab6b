// One line for each form of the site: somebody who has it open, filled and ready to be sent. `clicks.test.ts` sends it in all
// the ways in which people send a form more than once.
import { addresses, itemOf } from '#addresses'
import { newKey } from '#platform/keys.ts'
import { creatorForm, linkIn, openAccount, PASSWORD, professionalForm } from '../account-journey.ts'
import type { Browser, Form } from '../browser.ts'
import { eventForm, eventFormOf } from '../event-form.ts'
import { make } from '../make.ts'
import type { TestSite } from '../site.ts'

export type Ready = { browser: Browser; url: string; form: Form }

/** `opens`: sessions that each sending opens by design. `answers`: what is told when nobody is led to another page. */
export type Line = {
  route: string
  ready(site: TestSite): Promise<Ready>
  opens?: 'one-each'
  atOnce?: number
  answers?: '200'
}

const { account, admin, events, mySpace, registrations } = addresses
const submission = () => ({ submission: newKey() })
let count = 0
const someone = () => `clic${++count}@exemple.test`

async function registration(site: TestSite): Promise<{ url: string; form: Form }> {
  const event = await make.event(site.database)
  return {
    url: events.register({ item: itemOf(event) }),
    form: { ...submission(), date: String(event.dates[0]?.listId) },
  }
}

async function stranger(site: TestSite): Promise<Ready> {
  const { url, form } = await registration(site)
  return { browser: site.browser(), url, form: { ...form, nom: 'Zoé', email: someone(), telephone: '' } }
}

async function registered(site: TestSite): Promise<{ browser: Browser; key: string }> {
  const { browser } = await make.signedIn(site)
  const { url, form } = await registration(site)
  const answer = await browser.post(url, form)
  return { browser, key: String(answer.headers.location).split('/').at(-1) ?? '' }
}

async function pending(site: TestSite): Promise<string> {
  const given = {
    professionalState: 'pending',
    departement: '69',
    wantsToPublish: true,
    structureName: 'Maison',
  } as const
  return String((await make.person(site.database, given)).id)
}

/** A link asked for on `url`, as its mail brings it. */
async function mailed(site: TestSite, url: string, kind: string): Promise<Ready> {
  const email = someone()
  await openAccount(site, email)
  await site.browser().post(url, { ...submission(), email })
  return { browser: site.browser(), url: await linkIn(site, kind, email), form: submission() }
}

async function signUp(site: TestSite): Promise<Ready> {
  const email = someone()
  await site.browser().post(account.signUpCreator(), creatorForm(email))
  return { browser: site.browser(), url: await linkIn(site, 'account-confirm', email), form: submission() }
}

const asProfessional = async (site: TestSite) => make.signedIn(site, { role: 'professional' })
const asAdministrator = async (site: TestSite) => (await make.signedIn(site, { role: 'administrator' })).browser
const asSomeone = async (site: TestSite) => (await make.signedIn(site)).browser

export const LINES: readonly Line[] = [
  {
    route: events.register.path,
    ready: async (site) => ({ browser: await asSomeone(site), ...(await registration(site)) }),
  },
  { route: events.register.path, ready: stranger },
  {
    route: registrations.confirm.path,
    async ready(site) {
      const { browser, url, form } = await stranger(site)
      await browser.post(url, form)
      const link = await linkIn(site, 'registration-held', String(form.email))
      return { browser, url: `${link}/confirmation`, form: submission() }
    },
  },
  {
    route: registrations.cancel.path,
    async ready(site) {
      const { browser, key } = await registered(site)
      return { browser, url: registrations.cancel({ key }), form: submission() }
    },
  },
  {
    route: events.new.path,
    ready: async (site) => ({ browser: (await asProfessional(site)).browser, url: events.new(), form: eventForm() }),
  },
  {
    route: events.edit.path,
    async ready(site) {
      const { browser, id } = await asProfessional(site)
      const url = events.edit({ item: itemOf(await make.event(site.database, { authorId: id })) })
      return { browser, url, form: eventFormOf((await browser.get(url)).body, { titre: 'Un autre titre' }) }
    },
  },
  {
    route: events.duplicate.path,
    async ready(site) {
      const { browser, id } = await asProfessional(site)
      const url = events.duplicate({ item: itemOf(await make.event(site.database, { authorId: id })) })
      return { browser, url, form: submission() }
    },
  },
  {
    route: addresses.contact.path,
    async ready(site) {
      const form = { ...submission(), nom: 'Zoé', email: someone(), sujet: 'question', message: 'Bonjour.' }
      return { browser: site.browser(), url: addresses.contact(), form }
    },
  },
  {
    route: account.signUpCreator.path,
    ready: async (site) => ({ browser: site.browser(), url: account.signUpCreator(), form: creatorForm(someone()) }),
  },
  {
    route: account.signUpProfessional.path,
    ready: async (site) => ({
      browser: site.browser(),
      url: account.signUpProfessional(),
      form: professionalForm(someone()),
    }),
  },
  { route: account.confirm.path, ready: signUp },
  {
    route: account.signIn.path,
    opens: 'one-each',
    atOnce: 4,
    async ready(site) {
      const email = someone()
      await openAccount(site, email)
      return {
        browser: site.browser(),
        url: account.signIn(),
        form: { ...submission(), email, mot_de_passe: PASSWORD },
      }
    },
  },
  {
    route: account.signInByLink.path,
    async ready(site) {
      const { email } = await make.person(site.database)
      return { browser: site.browser(), url: account.signInByLink(), form: { ...submission(), email } }
    },
  },
  { route: account.linkSignIn.path, ready: (site) => mailed(site, account.signInByLink(), 'account-link') },
  {
    route: account.forgotten.path,
    async ready(site) {
      const { email } = await make.person(site.database)
      return { browser: site.browser(), url: account.forgotten(), form: { ...submission(), email } }
    },
  },
  {
    route: account.reset.path,
    async ready(site) {
      const ready = await mailed(site, account.forgotten(), 'account-reset')
      return { ...ready, form: { ...ready.form, mot_de_passe: 'une autre petite phrase' } }
    },
  },
  {
    route: account.signOut.path,
    ready: async (site) => ({ browser: await asSomeone(site), url: account.signOut(), form: submission() }),
  },
  {
    route: mySpace.profile.path,
    ready: async (site) => ({
      browser: await asSomeone(site),
      url: mySpace.profile(),
      form: { ...submission(), nom: 'Zoé Durand' },
    }),
  },
  {
    route: addresses.contents.keep.path,
    ready: async (site) => ({
      browser: await asSomeone(site),
      url: addresses.contents.keep({ content: (await make.event(site.database)).id }),
      form: { ...submission(), garder: 'oui', retour: '/evenements' },
    }),
  },
  {
    route: mySpace.directory.path,
    ready: async (site) => ({
      browser: (await asProfessional(site)).browser,
      url: mySpace.directory(),
      form: { ...submission(), annuaire: 'oui', telephone: 'oui' },
    }),
  },
  {
    route: mySpace.signOutEverywhere.path,
    ready: async (site) => ({ browser: await asSomeone(site), url: mySpace.signOutEverywhere(), form: submission() }),
  },
  {
    route: admin.validateAccount.path,
    ready: async (site) => ({
      browser: await asAdministrator(site),
      url: admin.validateAccount({ person: await pending(site) }),
      form: { ...submission(), role: 'professional' },
    }),
  },
  {
    route: admin.refuseAccount.path,
    ready: async (site) => ({
      browser: await asAdministrator(site),
      url: admin.refuseAccount({ person: await pending(site) }),
      form: { ...submission(), motif: 'Nous ne trouvons pas votre structure.' },
    }),
  },
]
