import { addresses } from '#addresses'
import { departementsOfRegion } from '#features/territory/queries.ts'
import { likelyDomain } from '#kernel/email-address'
import { type Answer, page, redirect, tooMany } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm } from '#platform/rate-limits/rate-limit.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import type { WebSite, WebVisit } from './actor.ts'
import { creatorForm, professionalForm } from './forms.ts'
import { ChooseAccountPage } from './pages/choose-account-page.tsx'
import { MailLeftPage } from './pages/mail-left-page.tsx'
import { CreatorSignUpPage, ProfessionalSignUpPage } from './pages/sign-up-page.tsx'
import { readStructure, type StructureChoice } from './routes-structure.tsx'
import { SIGN_UPS_PER_NETWORK } from './rules.ts'
import { type SignUp, signUp } from './sign-up-actions.ts'
import { MAIL_LEFT } from './texts.ts'

const { account } = addresses

/** Choosing a kind of account, and the two forms (ACC-1, ACC-7). */
export function signUpRoutes(site: WebSite, parts: Parts, choice: StructureChoice): void {
  site.get(account.signUp, () => page('Créer un compte', <ChooseAccountPage />, { tags: [] }))
  site.get(account.signUpCreator, () => creatorPage(emptyForm))
  site.get(account.signUpProfessional, () => professionalPage(parts, choice, emptyForm))
  site.post(account.signUpCreator, (visit) => signUpCreator(visit, parts))
  site.post(account.signUpProfessional, (visit) => signUpProfessional(visit, parts, choice))
  site.get(account.mailSent, () => page('Regardez vos mails', <MailLeftPage story="sign-up" />, { robots: 'noindex' }))
}

const creatorPage = (state: FormState, status = 200): Answer =>
  page('Créer un compte créateur', <CreatorSignUpPage state={state} submission={newKey()} />, { status })

async function professionalPage(
  parts: Parts,
  choice: StructureChoice,
  state: FormState,
  status = 200,
): Promise<Answer> {
  const { database } = parts
  const [departements, structure] = [await departementsOfRegion(database), await choice.fields(state, database)]
  return page(
    'Demander un compte professionnel',
    <ProfessionalSignUpPage state={state} submission={newKey()} departements={departements} structure={structure} />,
    { status },
  )
}

function signUpCreator(visit: WebVisit, parts: Parts): Promise<Answer> | Answer {
  const read = readForm(creatorForm, visit.form)
  if (!read.ok) return creatorPage({ values: visit.form.toValues(), errors: read.errors }, 422)
  const { nom: name, email, mot_de_passe: password } = read.value
  return send(visit, parts, { name, email, password })
}

async function signUpProfessional(visit: WebVisit, parts: Parts, choice: StructureChoice): Promise<Answer> {
  const { form } = visit
  const values = form.toValues()
  if (choice.searches?.(form)) return professionalPage(parts, choice, { values, errors: {} })
  const read = readForm(professionalForm, form)
  const structure = await readStructure(choice, form, parts.database)
  const errors = read.ok ? {} : { ...read.errors }
  if (typeof structure === 'string') errors.structure = structure
  if (!read.ok || typeof structure === 'string') return professionalPage(parts, choice, { values, errors }, 422)
  const { nom: name, email, mot_de_passe: password, fonction, telephone, departement, publier } = read.value
  if (!(await departementsOfRegion(parts.database)).some(({ code }) => code === departement)) {
    const unknown = { departement: 'Choisissez un département de la région.' }
    return professionalPage(parts, choice, { values, errors: unknown }, 422)
  }
  const professional = {
    job: fonction,
    phone: telephone,
    departement,
    wantsToPublish: publier !== undefined,
    ...structure,
  }
  return send(visit, parts, { name, email, password, professional })
}

/** The same answer for every address that can be written to (ACC-6). */
async function send(visit: WebVisit, parts: Parts, form: SignUp): Promise<Answer> {
  const counter = keyedHash(parts.settings.SECRET, `sign-up:${visit.network}`)
  const allowance = await countForm(parts.database, visit.submission, counter, SIGN_UPS_PER_NETWORK)
  if (!allowance.allowed) return tooMany(allowance.retryAfterSeconds)
  const location = account.mailSent()
  await signUp(parts, { submission: visit.submission, location }, form)
  return redirect(location, leftFor(form.email))
}

/** Names the address, so that a slip in it is seen at once. */
export function leftFor({ address, key }: { address: string; key: string }): string {
  const domain = likelyDomain(key)
  const doubt = domain === undefined ? '' : ` Vouliez-vous dire « ${domain} » ? Si oui, recommencez.`
  return `${MAIL_LEFT} Adresse tapée : ${address}.${doubt}`
}
