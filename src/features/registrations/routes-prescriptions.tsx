import { addresses, itemOf } from '#addresses'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import type { EventPageFacts } from '#features/events/queries.ts'
import { readableEvent } from '#features/events/routes.tsx'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { mayPrescribe } from './access.ts'
import { prescriptionChoices } from './block-facts.ts'
import { readExpectation } from './expectation.ts'
import { prescriptionForm } from './forms.ts'
import { chosenBeforehand } from './pages/date-choices.tsx'
import { PrescribePage } from './pages/prescribe-page.tsx'
import { type Prescribed, prescribe } from './prescription-actions.ts'
import { mayPrescribeAgain } from './prescription-limits.ts'
import { prescriptionMail } from './prescription-mails.ts'
import { type DateToPrescribe, datesToPrescribe } from './prescription-queries.ts'
import { ownPrescriptionRoutes } from './routes-own-prescriptions.tsx'
import { REFUSAL_TEXTS, surpriseText } from './texts.ts'

/** Professionals enrol the people they support (REG-6), and follow them. */
export function prescriptionRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.events.prescribe, async (visit) => {
    const desk = await openDesk(visit, parts)
    if ('kind' in desk) return desk
    const date = /^\d{1,15}$/.exec(visit.query.get('date'))?.[0]
    return formAnswer(desk, filledForm({ date }))
  })
  site.post(addresses.events.prescribe, async (visit) => {
    const desk = await openDesk(visit, parts)
    return 'kind' in desk ? desk : prescribeAnswer(desk)
  })
  ownPrescriptionRoutes(site, parts)
}

/** Somebody who may prescribe, in front of an event that takes prescriptions. */
type Desk = { visit: WebVisit; parts: Parts; actor: Actor; event: EventPageFacts; dates: DateToPrescribe[] }

async function openDesk(visit: WebVisit, parts: Parts): Promise<Desk | Answer> {
  const { actor } = visit
  // Before the event is looked for: known or unknown, the answer is the same.
  if (actor === undefined) return signInFirst
  const event = await readableEvent(visit, parts)
  if ('kind' in event) return event
  if (!mayPrescribe(event.rights, actor))
    return forbidden('Seuls les professionnels qui contribuent inscrivent les personnes qu’ils accompagnent.')
  const dates = await datesToPrescribe(parts.database, event.id, visit.now)
  return dates.length === 0 ? hidden : { visit, parts, actor, event, dates }
}

async function formAnswer({ visit, parts, actor, event, dates }: Desk, form: FormState): Promise<Answer> {
  const { now } = visit
  const choices = prescriptionChoices(event, dates, now)
  const open = choices.filter(({ closed }) => !closed)
  const chosen = open.find(({ listId }) => String(listId) === form.values.date?.[0]) ?? chosenBeforehand(open)
  const date = dates.find(({ list }) => list.id === chosen?.listId)
  const { PUBLIC_URL: publicUrl, CONTACT_MAIL: contactMail } = parts.settings
  const site = { publicUrl, contactMail, now }
  const body = (
    <PrescribePage
      item={itemOf(event)}
      title={event.title}
      dates={choices}
      form={form}
      submission={newKey()}
      isReserved={event.rights.access === 'pro'}
      mail={
        date && (await prescriptionMail(parts.database, { event, date, actor, isFull: chosen?.full ?? false }, site))
      }
      email={actor.email}
    />
  )
  const status = Object.keys(form.errors).length === 0 ? 200 : 422
  return page('Inscrire une personne que j’accompagne', body, { robots: 'noindex', status })
}

async function prescribeAnswer(desk: Desk): Promise<Answer> {
  const { visit, parts, actor, event } = desk
  const again = (errors: Record<string, string>) => formAnswer(desk, { values: visit.form.toValues(), errors })
  const read = readForm(prescriptionForm, visit.form)
  if (!read.ok) return again(read.errors)
  const { date, nom, email, telephone } = read.value
  const wait = await mayPrescribeAgain(parts, visit, { prescriberId: actor.id, emailKey: email.key })
  if (wait !== undefined) return wait
  const done = await prescribe(
    parts.database,
    {
      ...{ listId: date, eventId: event.id, dateIds: event.dates.map(({ id }) => id), secret: parts.settings.SECRET },
      ...{ name: nom, email, phone: telephone, prescriberId: actor.id },
      expected: readExpectation(visit.form.get(`attendu.${date}`)),
    },
    { submission: visit.submission, locationOf: ({ receipt }) => addresses.mySpace.prescription({ receipt }) },
  )
  return answerOf(done, visit, again)
}

function answerOf(
  done: Prescribed,
  { now }: WebVisit,
  again: (errors: Record<string, string>) => Promise<Answer>,
): Answer | Promise<Answer> {
  switch (done.kind) {
    case 'sent-before':
      return redirect(done.location)
    case 'already':
      return again({ email: 'Cette adresse est déjà inscrite par un professionnel à cette date : rien n’a changé.' })
    case 'refused':
      if (done.because === 'now-full' || done.because === 'date-moved') return again({ date: surpriseText(done, now) })
      return again({ [done.because === 'objected' ? 'email' : 'date']: REFUSAL_TEXTS[done.because] })
    default:
      return redirect(addresses.mySpace.prescription({ receipt: done.receipt }))
  }
}
