// Forms of projects, canvases, recommendations and notices.
import { addresses } from '#addresses'
import { topicStopKey } from '#features/notifications/stop-actions.ts'
import { notifications } from '#features/notifications/tables.ts'
import { newKey } from '#platform/keys.ts'
import type { Browser, Form } from '../browser.ts'
import { make, NOW } from '../make.ts'
import type { TestSite } from '../site.ts'
import { type MadeProject, makeProject } from './access-world-of-projects.ts'
import { filled, structureOf } from './clicks-made.ts'
import type { Line } from './clicks-table.ts'

const { admin, canvas, contents, mySpace, projects } = addresses
const submission = () => ({ submission: newKey() })
let count = 0
const someone = () => `projet${++count}@exemple.test`

type Opened = { owner: Browser; adviser: Browser; project: MadeProject; of: { project: number }; note: typeof PLACE }
const PLACE = { project: 0, canvas: 1, note: 0, comment: 0, adviser: 0, version: 1 }

async function opened(site: TestSite): Promise<Opened> {
  const owner = await make.signedIn(site)
  const adviser = await make.signedIn(site, { role: 'professional' })
  const project = await makeProject(site, { ownerId: owner.id, adviserId: adviser.id })
  const { id, noteId: note, commentId: comment, adviserId } = project
  const place = { ...PLACE, project: id, note, comment, adviser: adviserId }
  return { owner: owner.browser, adviser: adviser.browser, project, of: { project: id }, note: place }
}

type Url = (opened: Opened) => string

const byOwner = (route: string, url: Url, form: Form = {}): Line => ({
  route,
  async ready(site) {
    const made = await opened(site)
    return { browser: made.owner, url: url(made), form: { ...submission(), ...form } }
  },
})

const byAdviser = (route: string, url: Url, form: Form = {}): Line => ({
  route,
  async ready(site) {
    const made = await opened(site)
    return { browser: made.adviser, url: url(made), form: { ...submission(), ...form } }
  },
})

export const LINES_OF_PROJECTS: readonly Line[] = [
  {
    route: projects.new.path,
    async ready(site) {
      const { browser } = await make.signedIn(site)
      return filled(browser, projects.new(), { nom: 'La Fournée', geste: 'enregistrer' })
    },
  },
  {
    route: projects.edit.path,
    async ready(site) {
      const { owner, of } = await opened(site)
      return filled(owner, projects.edit(of), { idea: 'Une boulangerie', geste: 'enregistrer' })
    },
  },
  {
    route: projects.advisers.path,
    async ready(site) {
      const { owner, of } = await opened(site)
      return {
        browser: owner,
        url: projects.advisers(of),
        form: { ...submission(), email: someone(), depuis: 'fiche' },
      }
    },
  },
  byOwner(projects.withdraw.path, ({ note }) => projects.withdraw(note)),
  byAdviser(projects.leave.path, ({ of }) => projects.leave(of)),
  byAdviser(projects.comment.path, ({ of }) => projects.comment(of), { objet: 'Le local', commentaire: 'Trop cher ?' }),
  byAdviser(projects.closing.path, ({ note }) => projects.closing(note), { clos: 'oui' }),
  byOwner(projects.archive.path, ({ of }) => projects.archive(of), { archive: 'oui' }),
  byOwner(projects.remove.path, ({ of }) => projects.remove(of)),
  byOwner(canvas.new.path, ({ of }) => canvas.new(of), { nom: 'Encore', depart: 'exemple' }),
  byOwner(canvas.notes.path, ({ note }) => canvas.notes(note), { bloc: 'costs', texte: 'Le loyer', couleur: 'rose' }),
  byOwner(canvas.note.path, ({ note }) => canvas.note(note), { texte: 'Le pain', couleur: 'lake', version: '1' }),
  byOwner(canvas.move.path, ({ note }) => canvas.move(note), { bloc: 'costs', place: 'fin' }),
  byOwner(canvas.removeNote.path, ({ note }) => canvas.removeNote(note)),
  byAdviser(canvas.comment.path, ({ note }) => canvas.comment(note), { commentaire: 'Et l’assurance ?' }),
  byOwner(canvas.versions.path, ({ note }) => canvas.versions(note), { nom: 'Avant la banque' }),
  byOwner(canvas.restore.path, ({ note }) => canvas.restore(note)),
  byOwner(canvas.rename.path, ({ note }) => canvas.rename(note), { nom: 'Autre nom' }),
  byOwner(canvas.remove.path, ({ note }) => canvas.remove({ ...note, canvas: 2 })),
  {
    route: admin.glass.path,
    async ready(site) {
      const { project } = await opened(site)
      const { browser } = await make.signedIn(site, { role: 'administrator' })
      const form = { projet: String(project.id), motif: 'Le créateur a demandé de retrouver un document.' }
      return { browser, url: admin.glass(), form: { ...submission(), ...form } }
    },
  },
  {
    route: contents.recommend.path,
    async ready(site) {
      const { browser } = await make.signedIn(site, { role: 'professional' })
      const { id } = await structureOf(site, null)
      const form = { ...submission(), email: someone(), mot: 'À lire' }
      return { browser, url: contents.recommend({ content: id }), form }
    },
  },
  {
    route: mySpace.notificationsRead.path,
    async ready(site) {
      const { browser, id } = await make.signedIn(site)
      const told = { kind: 'recommended', topic: 'recommendations', about: {}, createdAt: Temporal.Instant.from(NOW) }
      await site.database.insert(notifications).values({ personId: id, cause: `essai:${id}`, ...told })
      return { browser, url: mySpace.notificationsRead(), form: submission() }
    },
  },
  {
    route: mySpace.preferences.path,
    async ready(site) {
      const { browser } = await make.signedIn(site)
      const form = {
        comments: 'daily',
        projects: 'at-once',
        recommendations: 'none',
        orientation: 'none',
        reminders: 'none',
      }
      return { browser, url: mySpace.preferences(), form: { ...submission(), ...form } }
    },
  },
  {
    route: addresses.stop.path,
    answers: '200',
    async ready(site) {
      return { browser: site.browser(), url: addresses.stop({ key: newKey() }), form: {} }
    },
  },
  {
    route: addresses.topicStop.path,
    answers: '200',
    async ready(site) {
      const { id: personId } = await make.person(site.database)
      const key = topicStopKey(site.parts.settings.SECRET, { personId, what: 'comments' })
      return { browser: site.browser(), url: addresses.topicStop({ key }), form: {} }
    },
  },
]
