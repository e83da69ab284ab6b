import { addresses } from '#addresses'
import { departementsOfRegion } from '#features/territory/queries.ts'
import { type Instant, inParis } from '#kernel/time'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { isAdministrator, mayJudgeAccounts } from './access.ts'
import { listPending, pendingAccounts } from './account-queries.ts'
import type { Actor, WebSite, WebVisit } from './actor.ts'
import { refusalForm, validationForm } from './forms.ts'
import type { PendingProps } from './pages/pending-account.tsx'
import { QueuePage } from './pages/queue-page.tsx'
import { proposedRole } from './rules.ts'
import { ageText } from './texts.ts'
import { type Judgement, judgeAccount, type WhenAccountValidated } from './validation-actions.ts'

const MOST = 50

/** The queue of professionals who wait, and the two answers (ACC-2). */
export function validationRoutes(site: WebSite, parts: Parts, announced: readonly WhenAccountValidated[]): void {
  site.get(addresses.admin.accounts, (visit) => forJudge(visit, (actor) => queueAnswer(visit, parts, { actor })))
  site.post(addresses.admin.validateAccount, (visit) =>
    forJudge(visit, async (actor) => {
      const read = readForm(validationForm, visit.form)
      if (!read.ok) return queueAnswer(visit, parts, { actor, errors: read.errors })
      return judge(visit, parts, { actor, announced, judgement: { kind: 'validated', role: read.value.role } })
    }),
  )
  site.post(addresses.admin.refuseAccount, (visit) =>
    forJudge(visit, async (actor) => {
      const read = readForm(refusalForm, visit.form)
      if (!read.ok) return queueAnswer(visit, parts, { actor, errors: read.errors })
      return judge(visit, parts, { actor, announced, judgement: { kind: 'refused', reason: read.value.motif } })
    }),
  )
}

async function forJudge(visit: WebVisit, answer: (actor: Actor) => Promise<Answer>): Promise<Answer> {
  if (visit.actor === undefined) return signInFirst
  return mayJudgeAccounts(visit.actor) ? answer(visit.actor) : forbidden()
}

type Queue = { actor: Actor; errors?: Record<string, string> }

async function queueAnswer(visit: WebVisit, parts: Parts, { actor, errors }: Queue): Promise<Answer> {
  const { database } = parts
  const territory = isAdministrator(actor) ? undefined : actor.departements
  const rows = await listPending(database, territory, MOST)
  if (errors !== undefined && !rows.some(({ id }) => String(id) === visit.params.person)) return hidden
  const count = rows.length < MOST ? rows.length : (await pendingAccounts(database, territory)).count
  const names = new Map((await departementsOfRegion(database)).map(({ code, name }) => [code, name]))
  const accounts = rows.map((row) => ({
    ...pendingProps(row, visit.now),
    departement: names.get(row.departement ?? '') ?? row.departement ?? '',
    state: stateOf(row, visit, errors),
  }))
  return page('Comptes à valider', <QueuePage count={count} accounts={accounts} />, {
    status: errors === undefined ? 200 : 422,
  })
}

type Row = Awaited<ReturnType<typeof listPending>>[number]

function pendingProps(row: Row, now: Instant): Omit<PendingProps, 'departement' | 'state'> {
  const since = row.confirmedAt ?? now
  const days = inParis(since).toPlainDate().until(inParis(now).toPlainDate()).days
  const { id, name, email, wantsToPublish } = row
  return {
    ...{ id, name, email, wantsToPublish },
    structure: row.structureName ?? '',
    chosen: row.structureId !== null,
    job: row.job ?? '',
    phone: row.phone ?? '',
    age: ageText(days),
    submission: newKey(),
  }
}

/** The form as it was sent when it is this person's, else the proposed role. */
function stateOf(row: Row, visit: WebVisit, errors: Record<string, string> | undefined): FormState {
  const proposed = filledForm({ role: proposedRole(row.wantsToPublish) })
  if (errors === undefined || String(row.id) !== visit.params.person) return proposed
  return { values: { ...proposed.values, ...visit.form.toValues() }, errors }
}

type Judging = { actor: Actor; announced: readonly WhenAccountValidated[]; judgement: Judgement }

async function judge(visit: WebVisit, parts: Parts, { actor, announced, judgement }: Judging): Promise<Answer> {
  const person = visit.params.person ?? ''
  if (!/^\d{1,15}$/.test(person)) return hidden
  const sent = { submission: visit.submission, location: addresses.admin.accounts() }
  const outcome = await judgeAccount(parts, { actor, sent, announced }, Number(person), judgement)
  if (outcome.kind === 'already') return redirect(outcome.location)
  const judged = outcome.value
  if (judged.kind === 'judged') return redirect(sent.location, doneText(judged.name, judgement))
  return judged.because === 'unknown' ? hidden : alreadyJudged
}

const doneText = (name: string, { kind }: Judgement): string =>
  kind === 'validated'
    ? `Le compte de ${name} est validé. Un mail le lui dit.`
    : `La demande de ${name} est refusée. Un mail lui dit pourquoi.`

/** Somebody else answered first: nothing was changed. */
export const alreadyJudged: Answer = page(
  'Déjà traité',
  <ErrorPage
    status={409}
    text="Cette demande a déjà reçu une réponse. La vôtre n’a rien changé."
    next="Rouvrez la liste pour voir ce qui attend."
  />,
  { status: 409, robots: 'noindex' },
)
