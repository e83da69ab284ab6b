import { DATE_CANCELLED } from '#features/events/texts.ts'
import { type MailContent, paragraph } from '#platform/mail/mail-content.ts'
import { letter, manage, type RegistrationLetter, toAgenda, toEvent, type Writer, when, whoIs } from './parts.ts'

const ended = (about: RegistrationLetter, subject: string, text: string): MailContent =>
  letter(about, {
    subject,
    body: [paragraph(text), when(about), ...toEvent(about, 'Revoir l’évènement')],
    calendar: about.hadSeat ? about.calendar('CANCEL') : undefined,
  })

export const cancelledMail: Writer = (about) =>
  ended(about, 'Inscription annulée', 'Votre inscription est annulée, comme demandé.')

export const removedMail: Writer = (about) =>
  ended(
    about,
    'Inscription retirée par l’organisateur',
    'L’organisateur a retiré votre inscription à cette date. Si vous ne savez pas pourquoi, posez-lui la question.',
  )

/** The professional who enrolled the person takes it back. */
export const withdrawnMail: Writer = (about) => {
  const who = about.prescriber === undefined ? 'Le professionnel qui vous avait inscrit' : whoIs(about.prescriber)
  const text = `${who} a retiré l’inscription faite à votre nom. Vous n’avez rien à faire.`
  return ended(about, 'Inscription retirée', text)
}

/** Its people are offered another date in one step, on the page of their registration (EVT-4). Who took one was told so. */
export const dateCancelledMail: Writer = (about) => {
  const { content, state, date } = about.registration
  if (date.cancelledAt === null) return undefined
  const isShown = content.state === 'published'
  const what = isShown ? DATE_CANCELLED.text : 'L’évènement n’est plus publié : cette date est annulée.'
  const calendar = state === 'confirmed' ? about.calendar('CANCEL') : undefined
  const rest = calendar === undefined ? '' : ' ; l’invitation disparaît de votre agenda'
  return letter(about, {
    subject: isShown ? DATE_CANCELLED.subject : 'Évènement annulé',
    body: [
      paragraph(`${what} Vous n’avez rien à faire${rest}.`),
      when(about),
      ...(isShown ? [manage(about, DATE_CANCELLED.button)] : []),
      ...(isShown ? toEvent(about, 'Revoir l’évènement') : [toAgenda(about)]),
    ],
    calendar,
  })
}
