import { addresses } from '#addresses'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { transact } from '#platform/database/database.ts'
import { type Answer, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import type { FormState } from '#ui/form-state.ts'
import { mayClose, mayComment } from './access.ts'
import { type Commented, commentIn, turnThreadIn } from './comment-actions.ts'
import { commentForm } from './forms.ts'
import type { OpenProject } from './queries.ts'
import { notOpen, readOnly, withProject } from './routes-guard.tsx'
import { type SheetShown, sheetAnswer } from './routes-reading.tsx'
import type { WhenThreadTurned } from './slots.ts'
import { COMMENT_TEXTS, toldText } from './texts.ts'

const READ_ONLY = 'Ce projet est archivé, ou vous ne faites que le lire : vous ne pouvez pas le commenter.'

/** « Ajoutez un commentaire », answering, closing a thread (PRJ-3, PRJ-6). `turned`: what shows comments elsewhere. */
export function commentRoutes(
  site: WebSite,
  parts: Parts,
  slots: { sheet: SheetShown; turned: readonly WhenThreadTurned[] },
): void {
  site.post(
    addresses.projects.comment,
    withProject(parts, (visit, project, actor) =>
      mayComment(project.standing, project.state)
        ? comment({ visit, parts, project, actor }, slots.sheet)
        : readOnly(visit, READ_ONLY),
    ),
  )
  site.post(
    addresses.projects.closing,
    withProject(parts, async (visit, project, actor) => {
      if (!mayClose(project.standing, project.state)) return readOnly(visit, READ_ONLY)
      const [typed] = /^\d{1,15}$/.exec(visit.params.comment ?? '') ?? []
      const closed = visit.form.get('clos') !== 'non'
      const asked = { project, threadId: Number(typed ?? 0), closed, turned: slots.turned }
      const thread = await transact(parts.database, (tx) => turnThreadIn(tx, asked, actor, visit.now))
      if (thread.kind === 'refused') return thread.because === 'archived' ? readOnly(visit, READ_ONLY) : notOpen(visit)
      const place =
        thread.noteId === null ? undefined : await slots.sheet.placeOfNote(parts.database, project.id, thread.noteId)
      const back = place ?? `${addresses.projects.one({ project: project.id })}#commentaire-${typed}`
      return redirect(back, closed ? 'Cet échange est clos.' : 'Cet échange est rouvert.')
    }),
  )
}

const TOO_FAST = { status: 429, headers: { 'retry-after': '600' } }

type Asked = { visit: WebVisit; parts: Parts; project: OpenProject; actor: Actor }

async function comment(asked: Asked, shown: SheetShown): Promise<Answer> {
  const { visit, parts, project, actor } = asked
  const read = readForm(commentForm, visit.form)
  const thread = /^\d{1,15}$/.test(visit.form.get('fil')) ? Number(visit.form.get('fil')) : null
  const again = (errors: FormState['errors'], of = thread) =>
    sheetAnswer(asked, shown, { thread: of, state: { values: visit.form.toValues(), errors } })
  if (!read.ok) return again(read.errors)
  const { objet: subject, commentaire: body, fil: threadId } = read.value
  const written = { project, noteId: null, threadId, subject, body, kind: 'project-commented' as const }
  const here = addresses.projects.one({ project: project.id })
  const result = await once<Commented>(
    parts.database,
    visit.submission,
    (tx) => commentIn(tx, written, actor, visit.now),
    (verdict) => (verdict.kind === 'commented' ? `${here}#commentaire-${verdict.id}` : undefined),
  )
  if (result.kind === 'already') return redirect(result.location)
  const verdict = result.value
  if (verdict.kind === 'commented') {
    return redirect(
      `${here}#commentaire-${verdict.id}`,
      `Votre commentaire est enregistré${toldText(project, verdict.told)}.`,
    )
  }
  if (verdict.because === 'not-open') return notOpen(visit)
  const answer = again({ commentaire: COMMENT_TEXTS[verdict.because] }, verdict.because === 'no-thread' ? null : thread)
  return verdict.because === 'too-fast' ? { ...(await answer), ...TOO_FAST } : answer
}
