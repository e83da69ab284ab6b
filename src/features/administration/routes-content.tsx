import { addresses, itemOf } from '#addresses'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayJudgeContent } from '#features/contents/access.ts'
import { fieldsOf } from '#features/contents/fields.ts'
import { actOnContentIn } from '#features/contents/judge-actions.ts'
import type { ContentKind, FileOfContent, KindOfContent, Kinds, UnderWay } from '#features/contents/kinds.ts'
import { openTransitions, PROPOSAL_TRANSITIONS, type Verb } from '#features/contents/moderation.ts'
import { type EditedContent, findEdited } from '#features/contents/revision-queries.ts'
import { readDecision } from '#features/contents/routes-decisions.ts'
import { ACT_REFUSAL_TEXTS, DONE_TEXTS } from '#features/contents/texts.ts'
import { decideEnd, NOTHING_UNDER_WAY } from '#features/contents/under-way.ts'
import { wordsOf } from '#features/contents/word-queries.ts'
import { passesOwnRule } from '#features/files/access.ts'
import { filesByNumber } from '#features/files/queries.ts'
import { sinceText } from '#kernel/french-dates'
import type { Database } from '#platform/database/database.ts'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { filledForm } from '#ui/form-state.ts'
import { findJudged } from './content-queries.ts'
import { ContentPage, type ContentPageProps } from './pages/content-page.tsx'
import { forJudge } from './routes-guard.ts'

type Judging = { visit: WebVisit; parts: Parts; actor: Actor; kinds: Kinds }

/** One content to judge. */
export function contentRoutes(site: WebSite, parts: Parts, kinds: Kinds): void {
  const address = addresses.admin.content
  site.get(address, (visit) => forJudge(visit, (actor) => contentAnswer({ visit, parts, actor, kinds })))
  site.post(address, (visit) => forJudge(visit, (actor) => decide({ visit, parts, actor, kinds })))
}

type Shown = { status?: number; sent?: ContentPageProps['sent']; late?: string }

async function contentAnswer(judging: Judging, shown: Shown = {}): Promise<Answer> {
  const { visit, parts, actor, kinds } = judging
  const id = Number(visit.params.content)
  const judged = Number.isSafeInteger(id) ? await findJudged(parts.database, id) : undefined
  const kind = kinds.find((one) => one.kind === judged?.kind)
  const content = kind && (await findEdited(parts.database, kind, id, actor))
  if (judged === undefined || kind === undefined || content === undefined) return hidden
  if (!mayJudgeContent(content.rights, actor)) return hidden
  const { authors, decisions } = judged
  const props = { ...(await propsOf(judging, kind, content)), authors, decisions }
  const late = shown.late
  return page(
    `Juger : ${props.content.title}`,
    <ContentPage {...props} {...{ late, sent: shown.sent, newSubmission: newKey }} />,
    { status: shown.status ?? 200, robots: 'noindex' },
  )
}

async function propsOf({ visit, parts, actor }: Judging, kind: KindOfContent, content: EditedContent) {
  const { database } = parts
  const { id, rights, proposal, revision, version, data } = content
  const present = proposal === undefined ? undefined : content.present
  const words = await wordsOf(database, [...data.content.files, ...(present?.content.files ?? [])])
  const underWay = (await kind.underWay?.find(database, id, visit.now)) ?? NOTHING_UNDER_WAY
  const item = itemOf(content)
  const waits = proposal === 'pending' || rights.state === 'submitted'
  const age = waits && content.submittedAt !== null ? sinceText(content.submittedAt, visit.now) : undefined
  return {
    content: { id, kind: kind.kind, title: data.content.title, state: rights.state, version, revision },
    href: kind.address.one({ item }),
    historyHref: kind.address.history({ item }),
    age,
    before: present && fieldsOf(kind, present, words),
    text: fieldsOf(kind, data, words),
    verbs: verbsOf(kind.kind, content, underWay, actor),
    underWay,
    aside: asideOf(kind.kind, content, underWay, actor),
    files: await filesToJudge(database, data.content.files, actor),
  }
}

/** Their own rule alone is asked: whoever judges a content reads it. */
async function filesToJudge(database: Database, shown: readonly FileOfContent[], actor: Actor) {
  const files = await filesByNumber(database, [...new Set(shown.map(({ fileId }) => fileId))])
  return files.map((file) => ({ file, isOpen: passesOwnRule({ ...file, state: 'ready' }, actor) }))
}

const ofState = (kind: ContentKind, { rights }: EditedContent) =>
  openTransitions(kind, rights.state, { isAuthor: false, isJudge: true })

/** The change would take the content where this judge decides nothing. */
const leavesTerritory = ({ rights, data }: EditedContent, actor: Actor): boolean =>
  !mayJudgeContent({ ...rights, departements: data.content.departements }, actor)

/** What a judge may do: with the text proposed first, else with the content. */
function verbsOf(
  kind: ContentKind,
  content: EditedContent,
  underWay: UnderWay,
  actor: Actor,
): ContentPageProps['verbs'] {
  const onProposal = PROPOSAL_TRANSITIONS.filter(({ from }) => from === content.proposal)
  if (onProposal.length > 0) {
    return onProposal
      .filter(({ verb }) => verb !== 'publish' || !leavesTerritory(content, actor))
      .map(({ verb, reason }) => ({ verb, reason, tells: true }))
  }
  const { state } = content.rights
  return ofState(kind, content)
    .filter(({ verb }) => decideEnd({ verb, state, underWay, confirmed: underWay.people }) !== 'dates-to-come')
    .map(({ verb, reason, mail }) => ({ ...{ verb, reason }, tells: mail === 'authors' }))
}

/** Why a verb that is expected is not there, and who decides instead. */
function asideOf(kind: ContentKind, content: EditedContent, underWay: UnderWay, actor: Actor): string | undefined {
  const { state } = content.rights
  if (content.proposal === 'pending') {
    return leavesTerritory(content, actor) ? ACT_REFUSAL_TEXTS['out-of-territory'] : undefined
  }
  const archive = { verb: 'archive', state, underWay, confirmed: underWay.people } as const
  const isOpen = ofState(kind, content).some(({ verb }) => verb === 'archive')
  return isOpen && decideEnd(archive) === 'dates-to-come' ? ACT_REFUSAL_TEXTS['dates-to-come'] : undefined
}

async function decide(judging: Judging): Promise<Answer> {
  const { visit, parts, actor, kinds } = judging
  const asked = readDecision(visit)
  if (asked === undefined) return hidden
  const reason = visit.form
    .get('motif')
    .replaceAll('\r\n', '\n')
    .replaceAll('\0', '')
    .toWellFormed()
    .trim()
    .slice(0, 2000)
  const ticked = visit.form.get('prevenus')
  const confirmed = /^\d{1,6}$/.test(ticked) ? Number(ticked) : 0
  const location = addresses.admin.contents()
  const acted = await once(
    parts.database,
    visit.submission,
    (tx) => actOnContentIn(tx, { kinds, ...asked, reason, confirmed, actor, now: visit.now }),
    (verdict) => (verdict.kind === 'done' ? location : undefined),
  )
  if (acted.kind === 'already') return redirect(acted.location)
  const verdict = acted.value
  if (verdict.kind === 'done') return redirect(location, `« ${verdict.title} » : ${DONE_TEXTS[asked.verb]}`)
  if (verdict.kind === 'conflict') return contentAnswer(judging, { status: 409, late: NEWER })
  return refusedAnswer(judging, asked.verb, verdict.because)
}

const NEWER = 'Son auteur a enregistré un nouveau texte pendant que vous lisiez. Le voici : décidez sur celui-ci.'

/** The field that an error belongs to; what has none came too late. */
const FIELD_OF: Partial<Record<keyof typeof ACT_REFUSAL_TEXTS, string>> = {
  'reason-missing': 'motif',
  'people-to-tell': 'prevenus',
}

function refusedAnswer(judging: Judging, verb: Verb, because: keyof typeof ACT_REFUSAL_TEXTS | 'unknown') {
  if (because === 'unknown') return hidden
  const field = FIELD_OF[because]
  if (field === undefined) return contentAnswer(judging, { status: 409, late: ACT_REFUSAL_TEXTS[because] })
  const { form } = judging.visit
  const values = filledForm({ motif: form.get('motif'), prevenus: form.get('prevenus') }).values
  const state = { values, errors: { [field]: ACT_REFUSAL_TEXTS[because] } }
  return contentAnswer(judging, { status: 422, sent: { verb, state } })
}
