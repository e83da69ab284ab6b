import { paragraph } from '#platform/mail/mail-content.ts'
import { letter, toEvent, type Writer, when } from './parts.ts'

export const cancelledMail: Writer = (about) =>
  letter(about, {
    subject: 'Inscription annulée',
    body: [
      paragraph('Votre inscription est annulée, comme vous l’avez demandé.'),
      when(about),
      toEvent(about, 'Revoir l’évènement'),
    ],
    calendar: about.calendar('CANCEL'),
  })

export const dateCancelledMail: Writer = (about) =>
  letter(about, {
    subject: 'Date annulée',
    body: [
      paragraph(
        'L’organisateur a annulé cette date. Vous n’avez rien à faire ; l’invitation disparaît de votre agenda.',
      ),
      when(about),
      toEvent(about, 'Voir les autres dates'),
    ],
    calendar: about.calendar('CANCEL'),
  })
