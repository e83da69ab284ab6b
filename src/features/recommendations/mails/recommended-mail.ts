import { addresses } from '#addresses'
import { stopLinks } from '#features/notifications/stranger-stop.ts'
import { button, type MailContent, paragraph, quote } from '#platform/mail/mail-content.ts'

type RecommendedMail = {
  sender: string
  structure: string | null
  /** « un évènement ». */
  kind: string
  /** Undefined: the reader may not know more than that it is reserved to professionals. */
  content: { title: string; summary: string; href: string } | undefined
  word: string
  /** For an address without account: where to make one, and to stop. */
  stranger: { signUp: string; stop: string } | undefined
  publicUrl: string
}

/** « Un email lui sera envoyé, l’invitant à consulter le contenu que vous lui recommandez ». */
export function recommendedMail({
  sender,
  structure,
  kind,
  content,
  word,
  stranger,
  publicUrl,
}: RecommendedMail): MailContent {
  const by = structure ? `${sender} (${structure})` : sender
  return {
    subject: `${sender} vous recommande ${kind}`,
    topic: 'recommendations',
    body: [
      paragraph(
        content === undefined
          ? `${by} vous recommande ${kind} du site Je crée dans ma région, réservé aux professionnels de l’accompagnement.`
          : `${by} vous recommande ${kind} sur Je crée dans ma région : « ${content.title} ».`,
      ),
      ...(content && content.summary !== '' ? [paragraph(content.summary)] : []),
      ...(word === '' ? [] : [quote(word, sender)]),
      content === undefined
        ? paragraph(
            'Pour le lire, il faut un compte professionnel validé. Si vous accompagnez des créateurs, demandez-en un.',
          )
        : button('Lire la page', content.href),
      ...(content === undefined
        ? [button('Demander un compte professionnel', publicUrl + addresses.account.signUpProfessional())]
        : []),
      ...(stranger === undefined
        ? []
        : [
            paragraph(
              'Avec un compte « créateur », gratuit, vous retrouvez ce qu’on vous recommande dans « Mon espace » :',
            ),
            button('Créer mon compte', stranger.signUp),
          ]),
    ],
    ...(stranger === undefined ? {} : stopLinks(stranger.stop)),
    why: `Vous recevez ce mail parce que ${sender} a saisi votre adresse sur Je crée dans ma région.`,
  }
}
