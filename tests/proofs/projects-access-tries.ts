// What each action asks of the site, for each object of a project.
import type { LightMyRequestResponse as Answer } from 'fastify'
import { addresses } from '#addresses'
import { newKey } from '#platform/keys.ts'
import type { Form } from '../browser.ts'
import type { TestSite } from '../site.ts'
import type { Action, Thing } from './projects-access-table.ts'
import type { Target } from './projects-access-world.ts'

export type Asked = {
  method: 'GET' | 'HEAD' | 'POST'
  url: string
  form?: Form
  headers?: Record<string, string>
  /** Whose canary stands in the answer to who may read. */
  says?: Thing
}

const { admin, canvas, files, mySpace, projects } = addresses

const get = (url: string, says: Thing, headers: Record<string, string> = {}): Asked => ({
  ...{ method: 'GET', url, says, headers },
})
const head = (url: string): Asked => ({ method: 'HEAD', url })
const post = (url: string, form: Form = {}): Asked => ({ method: 'POST', url, form })

/** What a browser sends; each form has a number of its own. */
export async function send({ app }: TestSite, cookie: string, asked: Asked): Promise<Answer> {
  const { method, url, form, headers } = asked
  const base = { host: 'localhost:3000', ...(cookie === '' ? {} : { cookie }), ...headers }
  if (form === undefined) return app.server.inject({ method, url, headers: base })
  const typed = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const pairs = Object.entries({ submission: newKey(), ...form }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  )
  const payload = new URLSearchParams(pairs).toString()
  return app.server.inject({ method, url, headers: { ...base, ...typed }, payload })
}

type OfSheet = Pick<Target, 'project' | 'sheetVersion'>

/** The form of a sheet, as its owner sends it. */
export const editForm = ({ project, sheetVersion }: OfSheet, form: Form): Asked =>
  post(projects.edit({ project }), {
    ...{ nom: 'Autre nom', version: String(sheetVersion), geste: 'enregistrer' },
    ...form,
  })

const entrust = (from: 'fiche' | '360') => (target: Target) =>
  post(projects.advisers(target), { email: 'invite@exemple.test', depuis: from })

const find = (): Asked[] =>
  [projects.all(), mySpace.home(), mySpace.notifications()].map((url) => ({ method: 'GET', url }))

const live = (says: Thing) => (target: Target) => get(canvas.live(target, { vu: 0, suite: 'non' }), says)
const words = { objet: 'Le bail', commentaire: 'À relire' }
const close = (comment: number, { project }: Target) => post(projects.closing({ project, comment }), { clos: 'oui' })
const fileOf = ({ file }: Target, name = file.name) => files.one({ key: file.key, name })
const onlyDocuments = (target: Target, keys: string[]) => editForm(target, { 'documents.cle': keys })
const note = ({ note, colour = 'fir' }: { note: string; colour?: string }) => ({ texte: note, couleur: colour })

type Row = Record<Exclude<Action, 'find'>, (target: Target) => Asked>

const ROWS: Record<Thing, Row> = {
  sheet: {
    read: (target) => get(projects.one(target), 'sheet'),
    'take away': (target) => get(projects.pdf(target), 'sheet'),
    watch: (target) => head(projects.one(target)),
    add: (target) => editForm(target, { team: 'Une équipe' }),
    change: (target) => editForm(target, { idea: 'Une idée' }),
    settle: (target) => post(projects.archive(target), { archive: 'oui' }),
    delete: (target) => post(projects.remove(target)),
    entrust: entrust('fiche'),
    reach: ({ project }) => post(admin.glass(), { projet: String(project), motif: '' }),
  },
  canvas: {
    read: (target) => get(canvas.first(target), 'canvas'),
    'take away': (target) => get(canvas.pdf(target), 'canvas'),
    watch: live('note'),
    add: (target) => post(canvas.new(target), { nom: 'Encore', depart: 'vide' }),
    change: (target) => post(canvas.rename(target), { nom: 'Autre nom' }),
    settle: (target) => post(canvas.versions(target), { nom: 'Gardée' }),
    delete: ({ project, otherCanvas }) => post(canvas.remove({ project, canvas: otherCanvas })),
    entrust: entrust('360'),
    reach: ({ own, otherCanvas }) => post(canvas.remove({ project: own.project, canvas: otherCanvas })),
  },
  note: {
    read: (target) => get(canvas.note(target), 'note'),
    'take away': (target) => get(canvas.pdf(target, { format: 'a3' }), 'canvas'),
    watch: live('note'),
    add: (target) => post(canvas.notes(target), { bloc: 'costs', ...note({ note: 'Le loyer' }) }),
    change: (target) => post(canvas.note(target), { version: '1', ...note({ note: 'Le pain' }) }),
    settle: (target) => post(canvas.move(target), { bloc: 'costs', place: 'fin' }),
    delete: (target) => post(canvas.removeNote(target)),
    entrust: entrust('360'),
    reach: (target) =>
      post(canvas.note({ ...target, project: target.own.project }), { version: '1', ...note({ note: 'Volé' }) }),
  },
  'comment on the sheet': {
    read: (target) => get(projects.one(target), 'comment on the sheet'),
    'take away': (target) => get(projects.pdf(target, { commentaires: 'oui' }), 'sheet'),
    watch: (target) => get(projects.journal(target), 'comment on the sheet'),
    add: (target) => post(projects.comment(target), words),
    change: (target) => post(projects.comment(target), { ...words, fil: String(target.comment) }),
    settle: (target) => close(target.comment, target),
    delete: ({ project, comment }) => post(`${projects.one({ project })}/commentaires/${comment}/suppression`),
    entrust: entrust('fiche'),
    reach: ({ own, comment }) => post(projects.comment(own), { ...words, fil: String(comment) }),
  },
  'comment on a note': {
    read: (target) => get(canvas.note(target), 'comment on a note'),
    'take away': (target) => get(canvas.pdf(target, { commentaires: 'oui' }), 'canvas'),
    watch: live('comment on a note'),
    add: (target) => post(canvas.comment(target), words),
    change: (target) => post(canvas.comment(target), { ...words, fil: String(target.noteComment) }),
    settle: (target) => close(target.noteComment, target),
    delete: ({ project, noteComment }) => post(`${projects.one({ project })}/commentaires/${noteComment}/suppression`),
    entrust: entrust('360'),
    reach: (target) => close(target.noteComment, { ...target, project: target.own.project }),
  },
  attachment: {
    read: (target) => get(fileOf(target), 'attachment'),
    'take away': (target) => get(fileOf(target), 'attachment', { range: 'bytes=0-9' }),
    watch: (target) => head(fileOf(target, 'document.txt')),
    add: (target) => onlyDocuments(target, [target.file.key, target.spare]),
    change: (target) =>
      editForm(target, {
        ...{ 'documents.cle': [target.file.key], [`documents.${target.file.key}.visibilite`]: 'private' },
        [`documents.${target.file.key}.description`]: 'Autre',
      }),
    settle: (target) =>
      editForm(target, { 'documents.cle': [target.file.key], geste: `retirer-fichier.documents.${target.file.key}` }),
    delete: (target) => onlyDocuments(target, []),
    entrust: entrust('fiche'),
    reach: ({ own, file }) => editForm(own, { 'documents.cle': [file.key] }),
  },
  history: {
    read: (target) => get(projects.journal(target), 'history'),
    'take away': (target) => get(canvas.versions(target, { avec: target.version }), 'history'),
    watch: (target) => head(canvas.versions(target)),
    add: (target) => post(canvas.versions(target), { nom: 'Gardée' }),
    change: (target) => post(canvas.restore(target)),
    settle: (target) => post(`${canvas.versions(target)}/${target.version}`),
    delete: (target) => post(`${canvas.versions(target)}/${target.version}/suppression`),
    entrust: entrust('360'),
    reach: (target) => post(canvas.restore({ ...target, project: target.own.project })),
  },
  PDF: {
    read: (target) => get(projects.pdf(target), 'sheet'),
    'take away': ({ project, otherCanvas }) => get(canvas.pdf({ project, canvas: otherCanvas }), 'canvas'),
    watch: (target) => head(projects.pdf(target)),
    add: (target) => post(projects.pdf(target)),
    change: (target) => post(canvas.pdf(target)),
    settle: (target) => post(`${projects.pdf(target)}/archivage`),
    delete: (target) => post(`${projects.pdf(target)}/suppression`),
    entrust: entrust('fiche'),
    reach: ({ own, otherCanvas }) => get(canvas.pdf({ project: own.project, canvas: otherCanvas }), 'canvas'),
  },
}

/** The requests of a cell: one, but for what gathers. */
export const askedBy = ({ thing, action }: { thing: Thing; action: Action }, target: Target): Asked[] =>
  action === 'find' ? find() : [ROWS[thing][action](target)]

/** The pages that are everybody’s, asked for the canary itself. */
export const searches = (word: string): Asked[] =>
  [addresses.search, addresses.searchSuggestions].map((place) => ({ method: 'GET', url: place({ q: word }) }))
