import { addresses } from '#addresses'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { alreadyJudged } from '#features/accounts/routes-validation.tsx'
import { answerRequestIn, type Answer as RequestAnswer } from '#features/contents/request-actions.ts'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { emptyForm } from '#ui/form-state.ts'
import { refusalForm } from './forms.ts'
import { StructuresQueuePage } from './pages/structures-page.tsx'
import { forJudge } from './routes-guard.ts'
import {
  countRequests,
  countSheets,
  listRequests,
  listSheets,
  SHEETS_A_PAGE,
  type SheetQueue,
} from './sheet-queries.ts'

type Judging = { visit: WebVisit; parts: Parts; actor: Actor }

const MOST = 50

/** Requests to manage a structure, sheets without author, sheets to check. */
export function structureQueueRoutes(site: WebSite, parts: Parts): void {
  const { structures, acceptRequest, refuseRequest } = addresses.admin
  site.get(structures, (visit) => forJudge(visit, (actor) => queueAnswer({ visit, parts, actor })))
  site.post(acceptRequest, (visit) => forJudge(visit, (actor) => answer({ visit, parts, actor }, { kind: 'accepted' })))
  site.post(refuseRequest, (visit) =>
    forJudge(visit, async (actor) => {
      const read = readForm(refusalForm, visit.form)
      if (!read.ok) return queueAnswer({ visit, parts, actor }, read.errors)
      return answer({ visit, parts, actor }, { kind: 'refused', reason: read.value.motif })
    }),
  )
}

const QUEUES = { 'sans-auteur': 'Sans auteur', 'a-verifier': 'À vérifier' } as const satisfies Record<
  SheetQueue,
  string
>

async function queueAnswer(judging: Judging, errors?: Record<string, string>): Promise<Answer> {
  const { visit, parts, actor } = judging
  const { database } = parts
  const { now } = visit
  const queue = (Object.keys(QUEUES) as SheetQueue[]).find((name) => name === visit.query.get('vue'))
  const counts = {
    requests: (await countRequests(database, actor)).count,
    ...(await countSheets(database, actor, now)),
  }
  const { structures } = addresses.admin
  const tabs = [
    { href: structures(), text: 'Demandes', count: counts.requests, current: queue === undefined },
    ...(Object.keys(QUEUES) as SheetQueue[]).map((name) => ({
      href: structures({ vue: name }),
      text: QUEUES[name],
      count: counts[name],
      current: queue === name,
    })),
  ]
  const shown =
    queue === undefined
      ? { requests: await requestsOf(judging, errors) }
      : { sheets: await sheetsOf(judging, queue, counts[queue]) }
  if (errors !== undefined && !shown.requests?.some(({ id }) => String(id) === visit.params.request)) return hidden
  return page('Structures et services', <StructuresQueuePage {...{ tabs, now, newSubmission: newKey }} {...shown} />, {
    status: errors === undefined ? 200 : 422,
    robots: 'noindex',
  })
}

async function requestsOf({ visit, parts, actor }: Judging, errors?: Record<string, string>) {
  const rows = await listRequests(parts.database, actor, MOST)
  return rows.map((row) => ({
    ...row,
    state:
      errors === undefined || String(row.id) !== visit.params.request
        ? emptyForm
        : { values: visit.form.toValues(), errors },
  }))
}

async function sheetsOf({ visit, parts, actor }: Judging, queue: SheetQueue, count: number) {
  const typed = visit.query.get('page')
  const asked = /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1
  const rows = await listSheets(parts.database, actor, { queue, page: asked, now: visit.now })
  return { rows, page: asked, pages: Math.max(asked, Math.ceil(count / SHEETS_A_PAGE)), url: visit.url }
}

async function answer({ visit, parts, actor }: Judging, given: RequestAnswer): Promise<Answer> {
  const request = Number(visit.params.request)
  if (!Number.isSafeInteger(request)) return hidden
  const location = addresses.admin.structures()
  const answered = await once(
    parts.database,
    visit.submission,
    (tx) => answerRequestIn(tx, { request, answer: given, actor, now: visit.now }),
    ({ kind }) => (kind === 'answered' ? location : undefined),
  )
  if (answered.kind === 'already') return redirect(answered.location)
  if (answered.value.kind === 'answered') {
    return redirect(
      location,
      given.kind === 'accepted'
        ? 'La demande est acceptée. Un mail le dit.'
        : 'La demande est refusée. Un mail dit pourquoi.',
    )
  }
  return answered.value.because === 'unknown' ? hidden : alreadyJudged
}
