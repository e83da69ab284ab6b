import { addresses } from '#addresses'
import { type Answer, page, redirect, tooMany } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm } from '#platform/rate-limits/rate-limit.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import type { WebSite, WebVisit } from './actor.ts'
import { writeToAdministrators } from './contact-actions.ts'
import { contactForm } from './forms.ts'
import { ContactPage } from './pages/contact-page.tsx'
import { MESSAGES_PER_NETWORK } from './rules.ts'

/** « Nous écrire » (ACC-7); `?sujet=structure` opens it on that subject. */
export function contactRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.contact, ({ actor, query }) =>
    contactAnswer(filledForm({ nom: actor?.name, email: actor?.email, sujet: query.get('sujet') })),
  )
  site.post(addresses.contact, (visit) => send(visit, parts))
}

const contactAnswer = (state: FormState, status = 200): Answer =>
  page('Nous écrire', <ContactPage state={state} submission={newKey()} />, { status })

async function send(visit: WebVisit, parts: Parts): Promise<Answer> {
  const read = readForm(contactForm, visit.form)
  if (!read.ok) return contactAnswer({ values: visit.form.toValues(), errors: read.errors }, 422)
  const counter = keyedHash(parts.settings.SECRET, `contact:${visit.network}`)
  const allowance = await countForm(parts.database, visit.submission, counter, MESSAGES_PER_NETWORK)
  if (!allowance.allowed) return tooMany(allowance.retryAfterSeconds)
  const { nom: name, email, sujet: subject, message } = read.value
  const location = addresses.contact()
  const sent = { submission: visit.submission, location }
  const personId = visit.actor?.id ?? null
  await writeToAdministrators(parts, sent, { personId, name, email: email.address, subject, message })
  return redirect(location, 'Votre message est parti. La réponse viendra par e-mail.')
}
