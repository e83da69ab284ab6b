import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { mayJudgeContents } from '#features/contents/access.ts'
import { type Answer, forbidden, signInFirst } from '#platform/http/answers.ts'

/** Opens an address of the administration to administrators and animators; what they see of it is by territory. */
export async function forJudge(visit: WebVisit, answer: (actor: Actor) => Promise<Answer>): Promise<Answer> {
  if (visit.actor === undefined) return signInFirst
  return mayJudgeContents(visit.actor) ? answer(visit.actor) : forbidden()
}
