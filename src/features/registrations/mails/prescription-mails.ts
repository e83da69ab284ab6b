import { addresses } from '#addresses'
import { enumerate } from '#kernel/french'
import { links, type MailContent, type MailPart, paragraph } from '#platform/mail/mail-content.ts'
import { ordinal } from '../texts.ts'
import {
  eventName,
  letter,
  manage,
  objectionUrl,
  type RegistrationLetter,
  type Writer,
  when,
  whenForOthers,
  whoIs,
} from './parts.ts'
import { nextOf } from './queue-mails.ts'

/** The first mail to someone whom a professional enrolled: what was done for him, by whom, and his rights (art. 14). */
export const prescribedMail: Writer = (about) => {
  const { state, date, verifiedAt } = about.registration
  if (date.cancelledAt !== null || (state !== 'confirmed' && state !== 'waiting')) return undefined
  const isSeat = state === 'confirmed'
  return letter(about, {
    subject: isSeat ? 'Une place est réservée à votre nom' : 'Votre nom est sur une liste d’attente',
    body: [
      paragraph(isSeat ? seatText(about) : queueText(about)),
      when(about),
      manage(about),
      ...(verifiedAt === null ? [] : yourData(about)),
    ],
    calendar: isSeat ? about.calendar('REQUEST') : undefined,
  })
}

function seatText(about: RegistrationLetter): string {
  return `${by(about)} vous a réservé une place pour ${quoted(about)}. Vous n’avez rien à faire : l’invitation jointe l’ajoute à votre agenda. Vous ne voulez pas ou ne pouvez pas y aller ? Rendez la place sur la page de votre inscription.`
}

function queueText(about: RegistrationLetter): string {
  const { rank } = about.registration
  return `${by(about)} a donné votre nom pour ${quoted(about)}. Toutes les places sont prises pour l’instant, et vous êtes ${ordinal(rank)} sur la liste d’attente. ${nextOf(about.registration)}`
}

const quoted = (about: RegistrationLetter): string => (about.rights.knows ? `« ${eventName(about)} »` : 'un évènement')

const by = ({ prescriber }: RegistrationLetter): string =>
  prescriber === undefined ? 'Un professionnel qui vous accompagne' : whoIs(prescriber)

/** Who holds what, why, until when, and what one may ask: what article 14 wants said to who gave nothing himself. */
function yourData(about: RegistrationLetter): MailPart[] {
  const { registration, contactMail, prescriber, context } = about
  const what = ['votre nom', 'cette adresse', ...(registration.phone === '' ? [] : ['votre numéro de téléphone'])]
  const giver = prescriber?.name ?? 'ce professionnel'
  return [
    paragraph(
      `Vos données : ${giver} a donné ${enumerate(what)} pour que l’organisateur tienne sa liste et que le site vous prévienne d’un changement. L’organisateur, ${giver} et les administrateurs du site y ont accès, personne d’autre. Elles sont effacées douze mois après la date, un mois après si vous restez sur la liste d’attente.`,
    ),
    paragraph(
      `Vous pouvez demander à les voir, à les corriger ou à les effacer en écrivant à ${contactMail}, et adresser une réclamation à la CNIL (www.cnil.fr). Vous pouvez aussi vous opposer à cette inscription, sans dire pourquoi : la place est rendue et vos données sont effacées aussitôt.`,
    ),
    links(
      'Vos droits',
      { label: 'M’opposer à cette inscription', href: objectionUrl(about) },
      { label: 'Ce que le site fait des données', href: context.publicUrl + addresses.pages.legal() },
    ),
  ]
}

type Objected = { registration: RegistrationLetter['registration']; prescriber: string; event: string; href: string }

/** To who enrolled: not a word of who objected or why, since his data are gone. */
export const objectedMail = (
  { registration, prescriber, event, href }: Objected,
  context: RegistrationLetter['context'],
): MailContent => ({
  subject: `Une personne ne souhaite pas être inscrite : ${event}`,
  body: [
    paragraph(`Bonjour ${prescriber},`),
    paragraph(
      'Une personne que vous aviez inscrite à cette date s’y est opposée. Sa place est rendue et ses données sont effacées : elle n’apparaît plus dans vos prescriptions.',
    ),
    whenForOthers({ registration, context }),
    paragraph('Vous n’avez rien à faire. Merci de ne plus inscrire quelqu’un sans son accord.'),
    { kind: 'button', label: 'Voir mes prescriptions', href },
  ],
  why: 'Vous recevez ce mail parce que vous aviez inscrit cette personne sur Je crée dans ma région.',
})
