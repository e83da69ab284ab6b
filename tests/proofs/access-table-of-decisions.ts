// The table of access, for what waits around contents: each with something real to decide, to answer or to take up. Where a
// right would change the world, what is asked comes too late: who has the right is told so, the others learn nothing.
import { addresses } from '#addresses'
import { all, type Cell, cell, KEY, OWNERS, SIGNED_OUT, WATCHERS } from './access-table.ts'
import type { World } from './access-world.ts'

const { admin, contents, drafts, files } = addresses

const UNKNOWN = 999_999_999
const LATE = { geste: 'restore', revision: '0', version: '1' }
const HERE = ['animator here', 'administrator'] as const
const signedInOnly = (status: number) => all(status, [401, SIGNED_OUT])

/** Known or unknown alike to who does not judge; « elsewhere » learns no more than of an unknown number. */
const judged = (status: number) => all(403, [401, SIGNED_OUT], [404, ['animator elsewhere']], [status, HERE])

const ofRequest = (
  address: { (given: { request: number }): string; path: string },
  which: keyof World['around']['requests'],
  status: number,
) =>
  cell('POST', address.path, `request ${which}`, {
    target: ({ around }) => ({
      url: address({ request: around.requests[which] }),
      unknown: address({ request: UNKNOWN }),
    }),
    statuses: judged(status),
  })

const held = (
  method: Cell['method'],
  address: { (given: { key: string }): string; path: string },
  key: 'invitationKey' | 'checkKey' | 'uploadKey',
  statuses: Cell['statuses'],
) => cell(method, address.path, key, { target: ({ around }) => ({ url: address({ key: around[key] }) }), statuses })

const onOwnUpload = (method: 'HEAD' | 'PATCH' | 'DELETE', status: number) =>
  cell(method, files.upload.path, 'upload of the author', {
    target: ({ around }) => ({
      url: files.upload({ key: around.uploadKey }),
      unknown: files.upload({ key: KEY }),
    }),
    statuses: all(404, [401, SIGNED_OUT], [status, ['author']]),
  })

const ofForm = (address: { (given: { form: string }): string; path: string }, status: number) =>
  cell('POST', address.path, 'a form of the site', {
    target: () => ({ url: address({ form: 'article-nouveau' }) }),
    form: { submission: KEY, page: KEY, retour: '/' },
    statuses: signedInOnly(status),
  })

export const CELLS_OF_DECISIONS: readonly Cell[] = [
  cell('POST', contents.decide.path, 'article submitted, too late', {
    target: ({ articles }) => ({
      url: contents.decide({ content: articles.submitted.id }),
      unknown: contents.decide({ content: UNKNOWN }),
    }),
    form: LATE,
    statuses: all(404, [401, SIGNED_OUT], [303, WATCHERS]),
  }),
  cell('POST', contents.decide.path, 'article draft, too late', {
    target: ({ articles }) => ({
      url: contents.decide({ content: articles.draft.id }),
      unknown: contents.decide({ content: UNKNOWN }),
    }),
    form: LATE,
    statuses: all(404, [401, SIGNED_OUT], [303, OWNERS]),
  }),
  cell('POST', admin.content.path, 'article submitted, too late', {
    target: ({ articles }) => ({
      url: admin.content({ content: articles.submitted.id }),
      unknown: admin.content({ content: UNKNOWN }),
    }),
    form: LATE,
    statuses: judged(409),
  }),
  ofRequest(admin.refuseRequest, 'waiting', 422),
  ofRequest(admin.acceptRequest, 'answered', 409),
  held('GET', contents.invitation, 'invitationKey', all(200)),
  // Signed out, the button notes that it was pressed, and one goes on to sign up; another account is shown whom it is for.
  held('POST', contents.invitation, 'invitationKey', all(200, [303, SIGNED_OUT])),
  held('GET', contents.check, 'checkKey', all(200)),
  held('POST', contents.check, 'checkKey', all(303)),
  ofForm(drafts.one, 200),
  ofForm(drafts.discard, 303),
  onOwnUpload('HEAD', 200),
  onOwnUpload('PATCH', 415),
  onOwnUpload('DELETE', 204),
  cell('POST', admin.authors.path, 'nobody named', {
    target: () => ({ url: admin.authors() }),
    form: { contenu: '1', courriel: 'inconnu@exemple.test', maniere: 'ajouter' },
    statuses: all(403, [401, SIGNED_OUT], [422, ['administrator']]),
  }),
]
