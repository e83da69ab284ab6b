import { addresses, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, hidden, redirect, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { type ActVerdict, actOnContentIn } from './judge-actions.ts'
import { type Kinds, kindOf } from './kinds.ts'
import { VERBS, type Verb } from './moderation.ts'
import { ACT_REFUSAL_TEXTS, DONE_TEXTS, REMOVE_DATES_FIRST } from './texts.ts'

/** What authors do with their contents beside writing them: submit, withdraw, archive, bin, restore. */
export function decisionRoutes(site: WebSite, parts: Parts, kinds: Kinds): void {
  site.post(addresses.contents.decide, (visit) => decide(visit, parts, kinds))
}

async function decide(visit: WebVisit, parts: Parts, kinds: Kinds): Promise<Answer> {
  const { actor, now } = visit
  if (actor === undefined) return signInFirst
  const asked = readDecision(visit)
  if (asked === undefined) return hidden
  const acted = await once(
    parts.database,
    visit.submission,
    (tx) => actOnContentIn(tx, { kinds, ...asked, reason: '', confirmed: 0, actor, now }),
    (verdict) =>
      verdict.kind === 'done' ? kindOf(kinds, verdict.contentKind).address.edit({ item: itemOf(verdict) }) : undefined,
  )
  if (acted.kind === 'already') return redirect(acted.location)
  const verdict = acted.value
  if (verdict.kind === 'done') {
    return redirect(kindOf(kinds, verdict.contentKind).address.edit({ item: itemOf(verdict) }), DONE_TEXTS[asked.verb])
  }
  if (verdict.kind === 'refused' && verdict.because === 'unknown') return hidden
  return redirect(addresses.mySpace.home(), refusalText(verdict))
}

function refusalText(verdict: ActVerdict): string {
  if (verdict.kind !== 'refused') return ACT_REFUSAL_TEXTS['not-open']
  if (verdict.because === 'people-to-tell') return REMOVE_DATES_FIRST
  return ACT_REFUSAL_TEXTS[verdict.because === 'dates-to-come' ? 'dates-to-come' : 'not-open']
}

type Decision = { contentId: number; verb: Verb; revision: number; version: number }

/** The content, the verb and the text that were named; undefined when the form was not ours. */
export function readDecision(visit: WebVisit): Decision | undefined {
  const content = visit.params.content ?? ''
  const revision = visit.form.get('revision')
  const version = visit.form.get('version')
  const verb = VERBS.find((one) => one === visit.form.get('geste'))
  if (verb === undefined || ![content, revision, version].every((number) => /^\d{1,15}$/.test(number))) return undefined
  return { contentId: Number(content), verb, revision: Number(revision), version: Number(version) }
}
