// The forms that write contents of each kind, and those that go back in their history, for `clicks.test.ts`.
import { addresses, itemOf } from '#addresses'
import { newKey } from '#platform/keys.ts'
import { eventFormOf } from '../event-form.ts'
import { make } from '../make.ts'
import type { TestSite } from '../site.ts'
import {
  administrator,
  articleForm,
  filled,
  professional,
  resourceForm,
  sent,
  serviceForm,
  structureOf,
} from './clicks-made.ts'
import type { Line, Ready } from './clicks-table.ts'

const { articles, events, resources, services, structures } = addresses
const geste = 'enregistrer'

type OfItem = { (given: { item: string }): string; path: string }

/** Each kind as its author has it open, ready to be changed. */
const EDITED = {
  async article(site) {
    const author = await professional(site)
    const item = await sent(await articleForm(author))
    return filled(author.browser, articles.edit({ item }), { titre: 'Un autre titre', geste })
  },
  async resource(site) {
    const author = await professional(site)
    const item = await sent(await resourceForm(author))
    return filled(author.browser, resources.edit({ item }), { titre: 'Un autre titre', geste })
  },
  async service(site) {
    const author = await professional(site)
    const item = await sent(await serviceForm(site, author))
    return filled(author.browser, services.edit({ item }), { titre: 'Un autre titre', geste })
  },
  async structure(site) {
    const { browser, id } = await professional(site)
    const { item } = await structureOf(site, id)
    return filled(browser, structures.edit({ item }), { resume: 'Une autre présentation.', geste })
  },
  async event(site) {
    const { browser, id } = await professional(site)
    const url = events.edit({ item: itemOf(await make.event(site.database, { authorId: id })) })
    return { browser, url, form: eventFormOf((await browser.get(url)).body, { titre: 'Un autre titre' }) }
  },
} satisfies Record<string, (site: TestSite) => Promise<Ready>>

/** The button « Revenir à cette version » of the first text, after a second one. */
const goingBack = (kind: keyof typeof EDITED, history: OfItem): Line => ({
  route: history.path,
  async ready(site) {
    const edited = await EDITED[kind](site)
    const url = history({ item: await sent(edited) })
    return filled(edited.browser, `${url}?version=1`, {}, url)
  },
})

export const LINES_OF_CONTENTS: readonly Line[] = [
  { route: articles.new.path, ready: async (site) => articleForm(await professional(site)) },
  { route: articles.edit.path, ready: EDITED.article },
  { route: resources.new.path, ready: async (site) => resourceForm(await professional(site)) },
  { route: resources.edit.path, ready: EDITED.resource },
  { route: services.new.path, ready: async (site) => serviceForm(site, await professional(site)) },
  { route: services.edit.path, ready: EDITED.service },
  {
    route: structures.new.path,
    async ready(site) {
      const typed = { nom: 'Le Tremplin', departements: '69', geste }
      return filled(await administrator(site), structures.new(), typed)
    },
  },
  { route: structures.edit.path, ready: EDITED.structure },
  goingBack('article', articles.history),
  goingBack('resource', resources.history),
  goingBack('service', services.history),
  goingBack('structure', structures.history),
  goingBack('event', events.history),
  {
    route: structures.checks.path,
    async ready(site) {
      const { browser, id } = await professional(site)
      const url = structures.checks({ item: (await structureOf(site, id)).item })
      return { browser, url, form: { submission: newKey() } }
    },
  },
  {
    route: services.checks.path,
    async ready(site) {
      const author = await professional(site)
      const url = services.checks({ item: await sent(await serviceForm(site, author)) })
      return { browser: author.browser, url, form: { submission: newKey() } }
    },
  },
]
