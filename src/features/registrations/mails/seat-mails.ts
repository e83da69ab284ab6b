import { untilText } from '#kernel/french-dates'
import { paragraph } from '#platform/mail/mail-content.ts'
import { ordinal } from '../texts.ts'
import { letter, manage, type RegistrationLetter, type Writer, when } from './parts.ts'

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
  const { state, heldUntil, date } = about.registration
  if (date.cancelledAt !== null) return undefined
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
      paragraph(
        `Une place s’est libérée et vous est gardée ${untilText(heldUntil, about.context.now)} : confirmez-la.`,
      ),
      when(about),
      manage(about, 'Confirmer mon inscription'),
    ],
  })
}

/** Same UID, SEQUENCE + 1: the calendar moves its entry (REG-9). Who has no seat has no entry yet. */
export const movedMail: Writer = (about) => {
  const { state, date } = about.registration
  if (date.cancelledAt !== null || state === 'cancelled' || state === 'expired') return undefined
  const kept = state === 'confirmed' ? 'votre inscription est gardée' : 'rien ne change pour votre inscription'
  return letter(about, {
    subject: 'Changement de date ou de lieu',
    body: [
      paragraph(`L’organisateur a changé l’heure ou le lieu. Voici où et quand désormais ; ${kept}.`),
      when(about),
      manage(about),
    ],
    calendar: state === 'confirmed' ? about.calendar('REQUEST') : undefined,
  })
}

/**
 * Another date of the same event: the same entry of the calendar goes there. Whoever left a seat for a queue has it taken out,
 * whatever came of the queue since.
 */
export const rebookedMail: Writer = (about) => {
  const { state, date } = about.registration
  const subject = 'Votre nouvelle date'
  if (state === 'confirmed') {
    if (date.cancelledAt !== null) return undefined
    return letter(about, {
      subject,
      body: [
        paragraph(
          'Votre inscription est passée à cette autre date, et votre place y est réservée. L’invitation jointe met votre agenda à jour.',
        ),
        when(about),
        manage(about),
      ],
      calendar: about.calendar('REQUEST'),
    })
  }
  if (state !== 'waiting' && !about.hadSeat) return undefined
  return letter(about, {
    subject,
    body: [paragraph(afterLeaving(about)), when(about), manage(about, 'Voir mon inscription')],
    calendar: about.hadSeat ? about.calendar('CANCEL') : undefined,
  })
}

function afterLeaving({ registration: { state, rank, date }, hadSeat }: RegistrationLetter): string {
  const left = hadSeat ? ' L’ancienne date sort de votre agenda.' : ''
  if (state === 'waiting' && date.cancelledAt === null)
    return `Votre inscription est passée à cette autre date, où toutes les places sont prises pour l’instant. Vous êtes ${ordinal(rank)} sur la liste d’attente : un mail vous préviendra dès qu’une place se libère.${left}`
  return `Votre inscription était passée à cette autre date, sur la liste d’attente. Un autre mail dit où elle en est.${left}`
}
