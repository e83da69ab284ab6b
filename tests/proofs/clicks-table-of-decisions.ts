// The forms around contents, for `clicks.test.ts`: decisions, authors, requests, links of mails, texts under way.
import { desc } from 'drizzle-orm'
import { addresses, idOfItem } from '#addresses'
import { authorRequests } from '#features/contents/membership-tables.ts'
import { askForChecks } from '#features/services/check-actions.ts'
import { newKey } from '#platform/keys.ts'
import { linkIn } from '../account-journey.ts'
import type { Form } from '../browser.ts'
import { make } from '../make.ts'
import type { TestSite } from '../site.ts'
import { administrator, articleForm, filled, professional, sent, staleStructureOf, structureOf } from './clicks-made.ts'
import type { Line, Ready } from './clicks-table.ts'

const { admin, articles, contents, drafts, structures } = addresses
const submission = () => ({ submission: newKey() })

/** Somebody asks to manage a sheet; what a judge answers. */
async function answering(site: TestSite, urlOf: (given: { request: number }) => string, typed: Form): Promise<Ready> {
  const { browser } = await professional(site)
  const { item } = await structureOf(site, null)
  await sent(await filled(browser, structures.request({ item }), { message: 'J’y travaille.' }))
  const [asked] = await site.database.select().from(authorRequests).orderBy(desc(authorRequests.id)).limit(1)
  const url = urlOf({ request: asked?.id ?? 0 })
  return { browser: await administrator(site), url, form: { ...submission(), ...typed } }
}

/** A text being typed in the form of a new article. */
async function typing(site: TestSite) {
  const { browser } = await professional(site)
  const form = { ...submission(), brouillon: '', titre: 'Une aide', presentation: 'Le début.' }
  return { browser, url: drafts.one({ form: 'article-nouveau' }), form }
}

async function inviting(site: TestSite, courriel: string): Promise<Ready> {
  const { browser, id } = await professional(site)
  const url = structures.authors({ item: (await structureOf(site, id)).item })
  return filled(browser, url, { courriel, geste: 'inviter' })
}

let count = 0

export const LINES_OF_DECISIONS: readonly Line[] = [
  {
    route: contents.decide.path,
    async ready(site) {
      const author = await professional(site)
      const item = await sent(await articleForm(author, 'brouillon'))
      const url = contents.decide({ content: idOfItem(item) ?? 0 })
      return filled(author.browser, articles.one({ item }), { geste: 'submit' }, url)
    },
  },
  {
    route: admin.content.path,
    async ready(site) {
      const content = idOfItem(await sent(await articleForm(await professional(site)))) ?? 0
      return filled(await administrator(site), admin.content({ content }), { geste: 'publish' })
    },
  },
  {
    route: admin.authors.path,
    async ready(site) {
      const { id } = await structureOf(site, null)
      const { email } = await professional(site)
      const form = { ...submission(), contenu: String(id), courriel: email, maniere: 'ajouter' }
      return { browser: await administrator(site), url: admin.authors(), form }
    },
  },
  { route: admin.acceptRequest.path, ready: (site) => answering(site, admin.acceptRequest, {}) },
  {
    route: admin.refuseRequest.path,
    ready: (site) => answering(site, admin.refuseRequest, { motif: 'Inconnue ici.' }),
  },
  {
    route: structures.request.path,
    async ready(site) {
      const { browser } = await professional(site)
      const url = structures.request({ item: (await structureOf(site, null)).item })
      return filled(browser, url, { message: 'J’y travaille.' })
    },
  },
  { route: structures.authors.path, ready: (site) => inviting(site, `invitee${++count}@exemple.test`) },
  {
    route: contents.invitation.path,
    async ready(site) {
      const { browser, email } = await professional(site)
      const { browser: author, url, form } = await inviting(site, email)
      await author.post(url, form)
      return { browser, url: await linkIn(site, 'author-invited', email), form: submission() }
    },
  },
  {
    route: contents.check.path,
    async ready(site) {
      const { id, email } = await make.person(site.database, { role: 'professional' })
      await staleStructureOf(site, id)
      await askForChecks(site.database, site.parts.clock.now(), site.parts.settings.SECRET)
      const url = await linkIn(site, 'sheet-check', email)
      return filled(site.browser(), url, {})
    },
  },
  { route: drafts.one.path, answers: '200', ready: typing },
  {
    route: drafts.discard.path,
    async ready(site) {
      const { browser, url, form } = await typing(site)
      await browser.post(url, form)
      const thrown = { ...submission(), page: form.submission, retour: articles.new() }
      return { browser, url: drafts.discard({ form: 'article-nouveau' }), form: thrown }
    },
  },
]
