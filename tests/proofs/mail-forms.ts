// The forms by which a person has the site write to an address of their choice, each ready to be sent (B10, B19, B24).
import { eq } from 'drizzle-orm'
import { addresses, contentPage } from '#addresses'
import { projectAdvisers } from '#features/projects/tables.ts'
import { type Browser, wordsOf } from '../browser.ts'
import { make } from '../make.ts'
import type { TestSite } from '../site.ts'
import { makeProject } from './access-world-of-projects.ts'

/** Somebody with a form of theirs: what it answers to an address, and what its pages then show of it. */
export type Asker = {
  send(email: string, more?: Record<string, string>): ReturnType<Browser['post']>
  shown(): Promise<string>
}

export type MailForm = {
  name: string
  kinds: readonly string[]
  /** A new person at the form; `name` is what they call themselves. */
  open(site: TestSite, name?: string): Promise<Asker>
}

let count = 0
const submission = () => `courrier-${++count}`

const recommending: MailForm = {
  name: 'recommend',
  kinds: ['recommended'],
  async open(site, name = 'Camille Durand') {
    const { browser, id } = await make.signedIn(site, { role: 'professional', name })
    let page = ''
    return {
      async send(email, more = {}) {
        const event = await make.event(site.database, { title: 'Oser se lancer', authorId: id })
        page = contentPage.event({ item: `${event.slug}-${event.id}` })
        const url = addresses.contents.recommend({ content: event.id })
        return browser.post(url, { submission: submission(), email, mot: '', ...more })
      },
      async shown() {
        const after = wordsOf((await browser.get(page)).body)
        return `${after} ${wordsOf((await browser.get(addresses.mySpace.recommendations({ vue: 'envoyees' }))).body)}`
      },
    }
  },
}

const authorising: MailForm = {
  name: 'authorise',
  kinds: ['project-authorised', 'project-invited'],
  async open(site, name = 'Zoé Martin') {
    const [creator, adviser] = [await make.signedIn(site, { name }), await make.person(site.database)]
    let url = ''
    return {
      async send(email, more = {}) {
        const project = await makeProject(site, { ownerId: creator.id, adviserId: adviser.id })
        await site.database.delete(projectAdvisers).where(eq(projectAdvisers.projectId, project.id))
        url = addresses.projects.advisers({ project: project.id })
        return creator.browser.post(url, { submission: submission(), email, depuis: 'fiche', ...more })
      },
      shown: async () => wordsOf((await creator.browser.get(url)).body),
    }
  },
}

export const MAIL_FORMS: readonly MailForm[] = [recommending, authorising]
