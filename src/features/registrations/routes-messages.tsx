import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { plural } from '#kernel/french'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import type { FormState } from '#ui/form-state.ts'
import { listsIn, type MessageForm, messageForm } from './message-forms.ts'
import { mayWriteAgain } from './message-limits.ts'
import { messageSample } from './message-mails.ts'
import { messageRegistrants } from './organiser-actions.ts'
import { messagesOfDate } from './organiser-log-queries.ts'
import { findDate } from './organiser-queries.ts'
import { MessagePage } from './pages/message-page.tsx'
import { MessagePreviewPage } from './pages/message-preview-page.tsx'
import { recipientsOf } from './queries.ts'
import type { Lists } from './routes-lists-choice.ts'
import { listsOfChosenDate } from './routes-lists-choice.ts'

/** Writing to those who come on a date (REG-8): typed, then shown as they will get it with their number, then sent once. */
export function messageRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.registrants.message, async (visit) => {
    const lists = await listsOfChosenDate(visit, parts)
    if (!Array.isArray(lists)) return lists
    return formAnswer({ visit, parts, lists }, { values: { listes: lists.map(({ kind }) => kind) }, errors: {} })
  })
  site.post(addresses.registrants.message, (visit) => receive(visit, parts))
}

type Writing = { visit: WebVisit; parts: Parts; lists: Lists }

async function formAnswer({ visit, parts, lists }: Writing, state: FormState): Promise<Answer> {
  const sent = await messagesOfDate(parts.database, lists[0].dateId)
  const answersTo = (await findDate(parts.database, lists[0].dateId))?.event.contactEmail ?? ''
  const status = Object.keys(state.errors).length > 0 ? 422 : 200
  const body = <MessagePage {...{ lists, state, sent, answersTo }} submission={newKey()} now={visit.now} />
  return page('Écrire aux inscrits', body, { status, robots: 'noindex' })
}

async function receive(visit: WebVisit, parts: Parts): Promise<Answer> {
  const lists = await listsOfChosenDate(visit, parts)
  if (!Array.isArray(lists)) return lists
  const writing = { visit, parts, lists }
  const values = typedIn(visit)
  const read = readForm(messageForm, visit.form, ['listes'])
  if (!read.ok) return formAnswer(writing, { values, errors: read.errors })
  const gesture = visit.form.get('geste')
  if (gesture === 'modifier') return formAnswer(writing, { values, errors: {} })
  return gesture === 'envoyer' ? send(writing, read.value) : preview(writing, read.value)
}

const typedIn = ({ form }: WebVisit) => ({ ...form.toValues(), listes: listsIn(form.all('listes')) })

const NOBODY = { listes: 'Personne n’a de place confirmée sur ces listes : il n’y a personne à qui écrire.' }
const OFTEN = { message: 'Dix messages sont déjà partis aujourd’hui aux inscrits de cette date. Réessayez demain.' }

async function preview(writing: Writing, message: MessageForm): Promise<Answer> {
  const { visit, parts, lists } = writing
  const { database, settings } = parts
  const recipients = await recipientsOf(database, lists[0].dateId, message.listes)
  const words = { subject: message.objet, body: message.message }
  const site = { publicUrl: settings.PUBLIC_URL, contactMail: settings.CONTACT_MAIL, now: visit.now }
  const mail = recipients[0] && (await messageSample(database, recipients[0].id, words, site))
  if (mail === undefined) return formAnswer(writing, { values: typedIn(visit), errors: NOBODY })
  const body = (
    <MessagePreviewPage {...{ lists, message, mail }} count={recipients.length} submission={newKey()} now={visit.now} />
  )
  return page('Relire le message', body, { robots: 'noindex' })
}

async function send(writing: Writing, message: MessageForm): Promise<Answer> {
  const { visit, parts, lists } = writing
  const [{ dateId, listId }] = lists
  const { listes: kinds, objet: subject, message: body } = message
  if (!(await mayWriteAgain(parts, visit.submission, dateId)))
    return formAnswer(writing, { values: typedIn(visit), errors: OFTEN })
  const words = { dateId, kinds, subject, body, authorId: visit.actor?.id ?? 0 }
  const sent = await messageRegistrants(parts.database, words, visit.submission)
  if (sent.kind === 'refused') return formAnswer(writing, { values: typedIn(visit), errors: NOBODY })
  const [latest] = await messagesOfDate(parts.database, dateId, 1)
  const told = plural(latest?.recipients ?? 0, 'personne va le recevoir', 'personnes vont le recevoir')
  return redirect(addresses.mySpace.eventRegistrations({ liste: listId }), `Votre message est parti : ${told}.`)
}
