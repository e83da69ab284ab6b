import { DATE_CANCELLED } from '#features/events/texts.ts'
import { paragraph } from '#platform/mail/mail-content.ts'
import { letter, manage, toAgenda, toEvent, type Writer, when, whoIs } from './parts.ts'

export const cancelledMail: Writer = (about) =>
  letter(about, {
    subject: 'Inscription annulée',
    body: [
      paragraph('Votre inscription est annulée, comme demandé.'),
      when(about),
      ...toEvent(about, 'Revoir l’évènement'),
    ],
    calendar: about.hadSeat ? about.calendar('CANCEL') : undefined,
  })

export const removedMail: Writer = (about) =>
  letter(about, {
    subject: 'Inscription retirée par l’organisateur',
    body: [
      paragraph(
        'L’organisateur a retiré votre inscription à cette date. Si vous ne savez pas pourquoi, posez-lui la question.',
      ),
      when(about),
      ...toEvent(about, 'Revoir l’évènement'),
    ],
    calendar: about.hadSeat ? about.calendar('CANCEL') : undefined,
  })

/** The professional who enrolled the person takes it back. */
export const withdrawnMail: Writer = (about) =>
  letter(about, {
    subject: 'Inscription retirée',
    body: [
      paragraph(
        `${about.prescriber === undefined ? 'Le professionnel qui vous avait inscrit' : whoIs(about.prescriber)} a retiré l’inscription faite à votre nom. Vous n’avez rien à faire.`,
      ),
      when(about),
      ...toEvent(about, 'Revoir l’évènement'),
    ],
    calendar: about.hadSeat ? about.calendar('CANCEL') : undefined,
  })

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
