import { addresses, contentPage, itemOf } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm } from '#platform/rate-limits/rate-limit.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { recommend } from './actions.ts'
import { recommendForm } from './forms.ts'
import { RecommendPage } from './pages/recommend-page.tsx'
import { RecommendationsPage } from './pages/recommendations-page.tsx'
import { findRecommended, listReceived, listSent, PAGE_SIZE, type Recommended } from './queries.ts'
import { MOST_A_DAY } from './rules.ts'
import { RECOMMENDING_TEXTS } from './texts.ts'

/** « Recommander », and what was recommended (REC-1 to REC-3). */
export function recommendationRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.contents.recommend, (visit) => asProfessional(visit, parts, (asked) => formPage(asked, emptyForm)))
  site.post(addresses.contents.recommend, (visit) => asProfessional(visit, parts, sendAnswer))
  site.get(addresses.mySpace.recommendations, (visit) =>
    visit.actor === undefined ? signInFirst : listAnswer(visit, visit.actor, parts),
  )
}

type Asked = { visit: WebVisit; parts: Parts; actor: Actor; content: Recommended }

/** Of a content that is not there for him, a professional learns nothing; who is none learns that only. */
async function asProfessional(
  visit: WebVisit,
  parts: Parts,
  then: (asked: Asked) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { actor, params } = visit
  if (actor === undefined) return signInFirst
  if (!mayContribute(actor)) return forbidden('Seuls les professionnels qui publient recommandent des contenus.')
  const [typed] = /^\d{1,15}$/.exec(params.content ?? '') ?? []
  const content = typed === undefined ? undefined : await findRecommended(parts.database, actor, Number(typed))
  return content === undefined ? hidden : then({ visit, parts, actor, content })
}

const hrefOf = ({ kind, id, slug }: Recommended): string => contentPage[kind]({ item: itemOf({ id, slug }) })

function formPage({ content }: Asked, state: FormState, refusal = {}): Answer {
  const action = addresses.contents.recommend({ content: content.id })
  const props = { action, state, title: content.title, href: hrefOf(content), isPro: content.rights.access === 'pro' }
  const status = Object.keys(state.errors).length > 0 ? 422 : 200
  return page('Recommander', <RecommendPage {...props} submission={newKey()} />, {
    status,
    robots: 'noindex',
    ...refusal,
  })
}

const LIMIT = { tries: MOST_A_DAY, seconds: 86_400 }

/** What was typed stays in the form. */
const tooMany = (seconds: number) => ({ status: 429, headers: { 'retry-after': String(seconds) } })

async function sendAnswer(asked: Asked): Promise<Answer> {
  const { visit, parts, actor, content } = asked
  const read = readForm(recommendForm, visit.form)
  const values = visit.form.toValues()
  if (!read.ok) return formPage(asked, { values, errors: read.errors })
  const key = keyedHash(parts.settings.SECRET, `recommends ${actor.id}`)
  const allowance = await countForm(parts.database, visit.submission, key, LIMIT)
  if (!allowance.allowed) {
    const errors = { email: `Vous avez recommandé ${MOST_A_DAY} pages aujourd’hui. Réessayez demain.` }
    return formPage(asked, { values, errors }, tooMany(allowance.retryAfterSeconds))
  }
  const { email, mot: word } = read.value
  const location = hrefOf(content)
  const result = await recommend(
    parts,
    { contentId: content.id, email, word, sender: actor },
    { submission: visit.submission, location },
  )
  if (result.kind === 'already') return redirect(result.location)
  if (result.value.kind === 'refused') {
    return formPage(asked, { values, errors: { email: RECOMMENDING_TEXTS[result.value.because] } })
  }
  return redirect(location, `Recommandé à ${email.address}.`)
}

async function listAnswer(visit: WebVisit, actor: Actor, { database }: Parts): Promise<Answer> {
  const number = Math.max(1, Number(/^\d{1,4}$/.exec(visit.query.get('page'))?.[0] ?? 1))
  const publishes = mayContribute(actor)
  const view = visit.query.get('vue')
  const received = publishes && view === 'envoyees' ? [] : await listReceived(database, actor, number)
  // Who recommends and was recommended nothing begins with what he sent.
  const isSent = publishes && view !== 'recues' && received.length === 0
  const sent = isSent ? await listSent(database, actor, number) : undefined
  const count = (sent ?? received)?.[0]?.count ?? 0
  const pages = Math.max(1, number, Math.ceil(count / PAGE_SIZE))
  const props = {
    ...{ publishes, page: number, pages, path: visit.path, url: visit.url },
    ...(sent === undefined ? {} : { sent }),
    ...(isSent ? {} : { received }),
  }
  return page('Mes recommandations', <RecommendationsPage {...props} />, { robots: 'noindex' })
}
