import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import type { RegistrationSlot } from '#features/events/slots.ts'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { filledForm } from '#ui/form-state.ts'
import { contradictionsIn } from './contradictions.ts'
import type { Criteria } from './criteria.ts'
import { criteriaQuery } from './criteria-filters.ts'
import { answersFor } from './find-queries.ts'
import { ResultsPage } from './pages/results-page.tsx'
import { SaveForm } from './pages/save-form.tsx'
import { StepPage } from './pages/step-page.tsx'
import { WholePage } from './pages/whole-page.tsx'
import { type CriteriaRead, criteriaOf } from './routes-criteria.ts'
import { SHOWN, shownOf } from './routes-results-props.ts'
import { nameOf } from './said-criteria-texts.ts'
import { understandSentence } from './sentence-actions.ts'
import { readStep, STEPS, type Step, WHOLE } from './steps.ts'
import { QUESTIONS } from './texts.ts'

const DESCRIPTION =
  'Répondez à quelques questions : qui peut vous aider, où aller, quoi lire pour créer votre entreprise en Auvergne-Rhône-Alpes.'
const ISLANDS = ['commune', 'live-results']

/** Orientation (ORI-1, ORI-2): questions, then answers with their reasons; all of it in the address. */
export function orientationRoutes(site: WebSite, parts: Parts, registration: RegistrationSlot): void {
  site.get(addresses.orientation.start, (visit) => questionAnswer(visit, parts))
  site.get(addresses.orientation.results, (visit) => resultsAnswer(visit, parts, registration))
}

async function questionAnswer(visit: WebVisit, { database, settings }: Parts): Promise<Answer> {
  const phrase = visit.query.get('phrase').replaceAll('\0', '').trim()
  if (phrase !== '') {
    const criteria = await understandSentence(database, phrase)
    return redirect(addresses.orientation.results(criteriaQuery(criteria)))
  }
  const read = await criteriaOf(visit, database)
  const asked = readStep(visit.query.get('question'))
  const step = asked === WHOLE ? asked : wrongStep(read, asked)
  const isFirst = visit.url === addresses.orientation.start()
  const options = {
    status: statusOf(read),
    islands: ISLANDS,
    ...(isFirst
      ? {
          description: DESCRIPTION,
          canonical: settings.PUBLIC_URL + addresses.orientation.start(),
          tags: ['territory'],
        }
      : { robots: 'noindex, follow' }),
  }
  if (step === WHOLE) return page('Mon orientation', <WholePage {...read} />, options)
  return page(`Orientation : ${QUESTIONS[step]}`, <StepPage {...read} step={step} />, options)
}

/** What was not understood is asked again, whatever question was next. */
function wrongStep({ state }: CriteriaRead, asked: Step): Step {
  if (state.errors.commune !== undefined) return STEPS[0]
  return state.errors.du === undefined ? asked : 'quand'
}

const statusOf = ({ state }: CriteriaRead): number => (Object.keys(state.errors).length > 0 ? 422 : 200)

/** At most five statements: the commune, the offers, the dates, the texts, the seats. */
async function resultsAnswer(visit: WebVisit, parts: Parts, registration: RegistrationSlot): Promise<Answer> {
  const { database, settings } = parts
  const { actor, now } = visit
  const read = await criteriaOf(visit, database)
  const { criteria, place } = read
  const search = { criteria, place, now, person: actor, freeSeats: registration.freeSeats(actor, now) }
  const answers = await answersFor(database, search)
  const ids = answers.dates.slice(0, SHOWN).map(({ one }) => one.dateId)
  const seats = await registration.seats(database, ids, now)
  const address = addresses.orientation.results(criteriaQuery(criteria))
  const props = {
    ...read,
    notices: contradictionsIn(criteria),
    shown: shownOf(answers, seats),
    shareUrl: settings.PUBLIC_URL + address,
    saving: saveForm(visit, criteria, address),
  }
  return page('Mon orientation', <ResultsPage {...props} />, {
    status: statusOf(read),
    islands: ISLANDS,
    robots: 'noindex, follow',
  })
}

const saveForm = ({ actor }: WebVisit, criteria: Criteria, address: string) => (
  <SaveForm
    state={filledForm({ nom: nameOf(criteria).slice(0, 120) })}
    query={address.split('?')[1] ?? ''}
    submission={newKey()}
    signedIn={actor !== undefined}
  />
)
