import { frenchHour } from '#kernel/french-dates'
import { paragraph } from '#platform/mail/mail-content.ts'
import { letter, manage, type Writer, when } from './parts.ts'

export const confirmedMail: Writer = (about) => {
  const { state, date } = about.registration
  if (state !== 'confirmed' || date.cancelledAt !== null) return undefined
  return letter(about, {
    subject: 'Inscription confirmée',
    body: [
      paragraph('Votre place est réservée. L’invitation jointe l’ajoute à votre agenda.'),
      when(about),
      manage(about),
    ],
    calendar: about.calendar('REQUEST'),
  })
}

/** A place became free: sure for a known address, held for one that was never confirmed. */
export const promotedMail: Writer = (about) => {
  const { state, heldUntil } = about.registration
  if (state === 'confirmed') {
    return letter(about, {
      subject: 'Une place s’est libérée, elle est à vous',
      body: [
        paragraph('Vous étiez sur la liste d’attente : une place s’est libérée et votre inscription est confirmée.'),
        when(about),
        manage(about),
      ],
      calendar: about.calendar('REQUEST'),
    })
  }
  if (state !== 'held' || heldUntil === null) return undefined
  return letter(about, {
    subject: 'Une place s’est libérée, confirmez-la',
    body: [
      paragraph(`Une place s’est libérée et vous est gardée jusqu’à ${frenchHour(heldUntil)} : confirmez-la.`),
      when(about),
      manage(about, 'Confirmer mon inscription'),
    ],
  })
}

/** Same UID, SEQUENCE + 1: the calendar moves its entry (REG-9). */
export const movedMail: Writer = (about) => {
  const { state, date } = about.registration
  if (date.cancelledAt !== null) return undefined
  return letter(about, {
    subject: 'Changement de date ou de lieu',
    body: [
      paragraph(
        'L’organisateur a changé l’heure ou le lieu. Voici où et quand désormais ; votre inscription est gardée.',
      ),
      when(about),
      manage(about),
    ],
    calendar: state === 'confirmed' ? about.calendar('REQUEST') : undefined,
  })
}
