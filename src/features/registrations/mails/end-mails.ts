import { addresses } from '#addresses'
import { button, paragraph } from '#platform/mail/mail-content.ts'
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

export const dateCancelledMail: Writer = (about) => {
  const isShown = about.registration.content.state === 'published'
  return letter(about, {
    subject: isShown ? 'Date annulée' : 'Évènement annulé',
    body: [
      paragraph(
        `${isShown ? 'L’organisateur a annulé cette date.' : 'L’évènement n’est plus publié : cette date est annulée.'} Vous n’avez rien à faire ; l’invitation disparaît de votre agenda.`,
      ),
      when(about),
      isShown
        ? toEvent(about, 'Voir les autres dates')
        : button('Voir les autres évènements', about.context.publicUrl + addresses.agenda()),
    ],
    calendar: about.calendar('CANCEL'),
  })
}
