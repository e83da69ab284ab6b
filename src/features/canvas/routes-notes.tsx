import { addresses } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import { threadsOfNotes } from '#features/projects/comment-queries.ts'
import { noteCommentForm } from '#features/projects/forms.ts'
import { headOf, notOpen, readOnly } from '#features/projects/routes-guard.tsx'
import { COMMENT_TEXTS, toldText } from '#features/projects/texts.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { addNoteIn, commentNoteIn, editNoteIn, moveNoteIn, type Place, setNoteGoneIn } from './actions.ts'
import { isBlock } from './board.ts'
import { moveForm, newNoteForm, noteForm } from './forms.ts'
import { canvasHref } from './pages/canvas-href.ts'
import { NewNotePage } from './pages/new-note-page.tsx'
import { NotePage, type NotePageProps } from './pages/note-page.tsx'
import { findNote, listNotes } from './queries.ts'
import { changed, isFromIsland, refusedToIsland } from './routes-answers.ts'
import { noteAsked, type Seated, withCanvas, writing } from './routes-guard.ts'

/** Post-its: added, changed, moved, taken away and brought back by the creator; commented by those he authorised (PRJ-4). */
export function noteRoutes(site: WebSite, parts: Parts): void {
  site.get(
    addresses.canvas.notes,
    writing(parts, (seated) => {
      const block = seated.visit.query.get('bloc')
      return newNotePage(seated, filledForm({ bloc: isBlock(block) ? block : 'value', couleur: 'sun' }))
    }),
  )
  site.post(addresses.canvas.notes, writing(parts, addAnswer))
  site.get(
    addresses.canvas.note,
    withCanvas(parts, (seated) => notePage(seated, {})),
  )
  site.post(addresses.canvas.note, writing(parts, editAnswer))
  site.post(addresses.canvas.move, writing(parts, moveAnswer))
  site.post(addresses.canvas.removeNote, writing(parts, goneAnswer))
  site.post(
    addresses.canvas.comment,
    withCanvas(parts, (seated) =>
      seated.seat === 'reader' ? readOnly(seated.visit, READ_ONLY) : commentAnswer(seated),
    ),
  )
}

const READ_ONLY = 'Ce projet est archivé, ou vous ne faites que le lire : vous ne pouvez pas le commenter.'

function newNotePage({ project, canvas }: Seated, state: FormState): Answer {
  const body = <NewNotePage {...{ canvas, state }} project={headOf(project)} submission={newKey()} />
  const status = Object.keys(state.errors).length > 0 ? 422 : 200
  return page('Ajouter un post-it', body, { status, robots: 'noindex' })
}

type Done = Answer | { said: string }

/** Runs a change once for its form; a second sending is answered as the first was. */
async function changeOnce<Verdict extends { kind: string }>(
  seated: Seated,
  work: (tx: Tx) => Promise<Verdict>,
  done: (verdict: Verdict) => Done | Promise<Done>,
  placeOf: (verdict: Verdict) => string = () => `#post-it-${noteAsked(seated.visit)}`,
): Promise<Answer> {
  const { visit, parts, project, canvas } = seated
  const here = canvasHref(project.id, canvas.number)
  const result = await once(parts.database, visit.submission, work, (verdict) =>
    verdict.kind === 'refused' ? undefined : here + placeOf(verdict),
  )
  if (result.kind === 'already') return isFromIsland(visit) ? changed(seated, '') : redirect(result.location)
  const next = await done(result.value)
  return 'said' in next ? changed(seated, next.said, placeOf(result.value)) : next
}

async function addAnswer(seated: Seated): Promise<Answer> {
  const { visit, canvas } = seated
  const read = readForm(newNoteForm, visit.form)
  const refuse = (errors: Record<string, string>) =>
    isFromIsland(visit) ? refusedToIsland(422, errors) : newNotePage(seated, { values: visit.form.toValues(), errors })
  if (!read.ok) return refuse(read.errors)
  const { bloc: block, texte: body, couleur: colour } = read.value
  return changeOnce(
    seated,
    (tx) => addNoteIn(tx, canvas.id, { block, body, colour }, visit.now),
    (verdict) => {
      if (verdict.kind === 'done') return { said: 'Post-it ajouté.' }
      return verdict.because === 'gone' ? notOpen(visit) : refuse({ texte: TOO_MANY })
    },
    (verdict) => ('id' in verdict ? `#post-it-${verdict.id}` : ''),
  )
}

async function editAnswer(seated: Seated): Promise<Answer> {
  const { visit, parts, canvas } = seated
  const id = noteAsked(visit)
  const present = id === undefined ? undefined : await findNote(parts.database, canvas.id, id)
  if (id === undefined || present === undefined) return notOpen(visit)
  const read = readForm(noteForm, visit.form)
  const values = visit.form.toValues()
  if (!read.ok) {
    if (isFromIsland(visit)) return refusedToIsland(422, read.errors)
    return notePage(seated, { state: { values, errors: read.errors } }, 422)
  }
  const { texte: body, couleur: colour, version } = read.value
  return changeOnce(
    seated,
    (tx) => editNoteIn(tx, canvas.id, { id, version, body, colour }, visit.now),
    async (verdict) => {
      if (verdict.kind === 'done') return { said: 'Post-it modifié.' }
      if (verdict.because === 'gone') return goneNote(seated)
      const now = await findNote(parts.database, canvas.id, id)
      const saved = { body: now?.body ?? '', version: now?.version ?? 0 }
      if (isFromIsland(visit)) return refusedToIsland(409, {}, saved)
      const state = { values: { ...values, version: [String(saved.version)] }, errors: {} }
      return notePage(seated, { state, saved: saved.body }, 409)
    },
  )
}

async function moveAnswer(seated: Seated): Promise<Answer> {
  const { visit, canvas } = seated
  const id = noteAsked(visit)
  const read = readForm(moveForm, visit.form)
  if (id === undefined) return notOpen(visit)
  if (!read.ok) return isFromIsland(visit) ? refusedToIsland(422, read.errors) : notePage(seated, {}, 422)
  const { bloc: block, place } = read.value
  return changeOnce(
    seated,
    (tx) => moveNoteIn(tx, canvas.id, { id, block, place: PLACES[place] ?? { after: Number(place) } }, visit.now),
    (verdict) => (verdict.kind === 'done' ? { said: 'Post-it déplacé.' } : goneMove(seated)),
  )
}

const PLACES: Record<string, Place> = { haut: 'up', bas: 'down', fin: 'last', debut: { after: null } }

async function goneAnswer(seated: Seated): Promise<Answer> {
  const { visit, canvas } = seated
  const id = noteAsked(visit)
  if (id === undefined) return notOpen(visit)
  const gone = visit.form.get('annuler') !== 'oui'
  return changeOnce(
    seated,
    (tx) => setNoteGoneIn(tx, canvas.id, { id, gone }, visit.now),
    (verdict) => {
      if (verdict.kind !== 'done') return verdict.because === 'too-many' ? noRoom(seated) : notOpen(visit)
      return { said: gone ? 'Post-it supprimé.' : 'Post-it rétabli.' }
    },
    () => (gone ? `?supprime=${id}` : `#post-it-${id}`),
  )
}

const TOO_MANY = 'Ce projet 360 tient mille post-its au plus : supprimez-en un d’abord.'

/** A post-it that cannot come back, for want of room. */
const noRoom = (seated: Seated): Answer =>
  isFromIsland(seated.visit)
    ? refusedToIsland(422, { '': TOO_MANY })
    : newNotePage(seated, { ...filledForm({ bloc: 'value', couleur: 'sun' }), errors: { '': TOO_MANY } })

const GONE = 'Ce post-it a été supprimé pendant que vous écriviez. Votre texte est gardé ci-dessous.'

const GONE_MOVE = 'Ce post-it vient d’être supprimé : il n’a pas bougé.'

const goneMove = ({ visit, project, canvas }: Seated): Answer =>
  isFromIsland(visit)
    ? refusedToIsland(409, { '': GONE_MOVE })
    : { kind: 'redirect', location: canvasHref(project.id, canvas.number), flash: { tone: 'warn', text: GONE_MOVE } }

/** A post-it that went away under an open form: its page again, with all that was typed. */
function goneNote(seated: Seated): Promise<Answer> | Answer {
  const { visit } = seated
  if (isFromIsland(visit)) return refusedToIsland(409, { texte: GONE, commentaire: GONE })
  return newNotePage(seated, {
    values: {
      bloc: ['value'],
      couleur: ['sun'],
      ...visit.form.toValues(),
      texte: [visit.form.get('texte') || visit.form.get('commentaire')],
    },
    errors: { '': GONE },
  })
}

async function commentAnswer(seated: Seated): Promise<Answer> {
  const { visit, canvas, project, actor } = seated
  const noteId = noteAsked(visit)
  if (noteId === undefined) return notOpen(visit)
  const read = readForm(noteCommentForm, visit.form)
  const typed = visit.form.get('fil')
  const thread = /^\d{1,15}$/.test(typed) ? Number(typed) : null
  const refuse = (errors: Record<string, string>, of: number | null) =>
    isFromIsland(visit)
      ? refusedToIsland(422, errors)
      : notePage(seated, { refusedComment: { thread: of, state: { values: visit.form.toValues(), errors } } }, 422)
  if (!read.ok) return refuse(read.errors, thread)
  const { commentaire: body, fil: threadId } = read.value
  return changeOnce(
    seated,
    (tx) => commentNoteIn(tx, { project, canvasId: canvas.id, comment: { noteId, threadId, body } }, actor, visit.now),
    (verdict) => {
      if (verdict.kind === 'commented')
        return {
          said: `Commentaire ajouté${toldText(project, verdict.told)}.`,
        }
      if (verdict.because === 'not-open') return notOpen(visit)
      if (verdict.because === 'gone') return refuseGone(seated)
      return refuse({ commentaire: COMMENT_TEXTS[verdict.because] }, verdict.because === 'no-thread' ? null : thread)
    },
  )
}

/** A post-it that was taken away while its comment was written: unknown here, the words given back. */
const refuseGone = (seated: Seated): Answer =>
  isFromIsland(seated.visit) ? refusedToIsland(409, { commentaire: GONE }) : notOpen(seated.visit)

type Shown = Pick<Partial<NotePageProps>, 'state' | 'saved' | 'refusedComment'>

async function notePage(seated: Seated, shown: Shown, status = 200): Promise<Answer> {
  const { visit, parts, project, canvas, seat } = seated
  const id = noteAsked(visit)
  const notes = await listNotes(parts.database, canvas.id)
  const note = notes.find((one) => one.id === id)
  if (note === undefined) return notOpen(visit)
  const threads = (await threadsOfNotes(parts.database, project.id, [note.id])).get(note.id) ?? []
  const state = shown.state ?? filledForm({ texte: note.body, couleur: note.colour, version: note.version })
  const body = (
    <NotePage
      {...{ canvas, note, notes, threads, seat, ...shown, state }}
      project={headOf(project)}
      submission={newKey()}
    />
  )
  return page('Post-it', body, { status, robots: 'noindex' })
}
