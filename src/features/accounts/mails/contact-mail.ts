import { facts, type MailContent, paragraph, quote } from '#platform/mail/mail-content.ts'
import type { ContactSubject } from '../contact.ts'
import { SUBJECT_TEXTS } from '../texts.ts'

type Message = { name: string; email: string; subject: ContactSubject; message: string; account: string }

/** The subject is ours: nothing typed by a stranger goes into it. */
export const contactMail = ({ name, email, subject, message, account }: Message): MailContent => ({
  subject: `Contact : ${SUBJECT_TEXTS[subject]}`,
  body: [
    paragraph('Un message a été écrit sur la page « Nous écrire ».'),
    facts(['Nom', name], ['Adresse', email], ['Compte', account]),
    quote(message, name),
    paragraph('Répondez à ce mail : la réponse ira à son auteur.'),
  ],
  why: 'Ce mail vient de la page de contact du site : cette adresse est celle qui reçoit les messages.',
  replyTo: email,
})
