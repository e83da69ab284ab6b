import { addresses } from '#addresses'
import { stopLinks } from '#features/notifications/stranger-stop.ts'
import { frenchHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { button, facts, type MailContent, paragraph, quote } from '#platform/mail/mail-content.ts'

type Asked = { owner: string; project: string; projectId: number; publicUrl: string; fromCanvas: boolean }

const what = (fromCanvas: boolean): string =>
  fromCanvas ? 'vous demande de l’aide sur son projet 360' : 'vous autorise à interagir avec sa fiche projet'

const WHY_ASKED =
  'Vous recevez ce mail parce qu’un créateur d’entreprise a saisi votre adresse sur Je crée dans ma région.'

/** To a professional whose authorisation holds. */
export const authorisedMail = ({ owner, project, projectId, publicUrl, fromCanvas }: Asked): MailContent => ({
  subject: `${owner} vous confie son projet`,
  topic: 'projects',
  body: [
    paragraph(`${owner} ${what(fromCanvas)} « ${project} ».`),
    paragraph(
      'Vous pouvez lire la fiche, ses documents et ses projets 360, et les commenter. Vos commentaires ne sont lus que par le créateur et les professionnels qu’il a autorisés. Il verra quand vous aurez ouvert son projet.',
    ),
    button(
      fromCanvas ? 'Ouvrir le projet 360' : 'Ouvrir la fiche projet',
      publicUrl +
        (fromCanvas ? addresses.canvas.first({ project: projectId }) : addresses.projects.one({ project: projectId })),
    ),
  ],
  why: WHY_ASKED,
})

/** To whom has no professional account yet: an account that waits, a creator’s, or none. */
export const invitedMail = ({
  owner,
  publicUrl,
  waits = false,
  stop,
}: {
  owner: string
  publicUrl: string
  /** The account was asked for already. */
  waits?: boolean
  stop?: string
}): MailContent => ({
  subject: `${owner} vous demande de l’aide sur son projet de création`,
  body: [
    paragraph(
      `${owner} prépare la création de son entreprise et souhaite vous confier son projet sur Je crée dans ma région.`,
    ),
    ...(waits
      ? [
          paragraph(
            'Votre compte professionnel attend sa validation : vous n’avez rien à faire. Un mail vous dira que le projet vous est ouvert.',
          ),
          button('Voir mon compte', publicUrl + addresses.mySpace.profile()),
        ]
      : [
          paragraph(
            'Pour le lire et le commenter, il faut un compte professionnel à cette adresse, validé par le site. L’accès s’ouvre dès que votre compte est validé.',
          ),
          button('Demander un compte professionnel', publicUrl + addresses.account.signUpProfessional()),
        ]),
  ],
  ...(stop === undefined ? {} : stopLinks(stop)),
  why: WHY_ASKED,
})

export const withdrawnMail = ({ owner, project }: { owner: string; project: string }): MailContent => ({
  subject: `${owner} a retiré votre autorisation`,
  topic: 'projects',
  body: [
    paragraph(`${owner} a retiré votre autorisation sur son projet « ${project} ».`),
    paragraph('Vous ne pouvez plus le lire ni le commenter. Vos commentaires restent visibles du créateur.'),
  ],
  why: 'Vous recevez ce mail parce que vous étiez autorisé sur ce projet.',
})

type Left = { name: string; project: string; projectId: number; publicUrl: string }

export const leftMail = ({ name, project, projectId, publicUrl }: Left): MailContent => ({
  subject: `${name} a quitté votre projet`,
  topic: 'projects',
  body: [
    paragraph(`${name} ne suit plus votre projet « ${project} ». Ses commentaires restent.`),
    button('Voir qui lit mon projet', publicUrl + addresses.projects.advisers({ project: projectId })),
  ],
  why: 'Vous recevez ce mail parce que vous aviez autorisé cette personne sur votre projet.',
})

export type CommentTold = {
  author: string
  project: string
  subject: string
  /** What it answers: « objet » of the thread. */
  answers: string | null
  body: string
  href: string
  isCreator: boolean
  /** The post-it that it is about, in its own words. */
  note?: string
}

/** « Le créateur recevra alors un email le notifiant de votre contribution. » */
export function commentMail({
  author,
  project,
  subject,
  answers,
  body,
  href,
  isCreator,
  note,
}: CommentTold): MailContent {
  const about = answers === null ? subject : `Réponse : ${answers}`
  return {
    subject: note === undefined ? `${author} a commenté le projet « ${project} »` : `${author} a commenté un post-it`,
    topic: 'comments',
    body: [
      paragraph(
        note === undefined
          ? `${author} a laissé un commentaire sur la fiche projet « ${project} ».`
          : `${author} a laissé un commentaire sur un post-it du projet 360 « ${project} ».`,
      ),
      ...(note === undefined ? [] : [facts(['Post-it', note])]),
      ...(about === '' ? [] : [facts(['Objet', about])]),
      quote(body, author),
      button('Lire et répondre', href),
    ],
    why: isCreator
      ? 'Vous recevez ce mail parce que c’est votre projet.'
      : 'Vous recevez ce mail parce que le créateur vous a autorisé sur ce projet.',
  }
}

type Glass = { project: string; projectId: number; reason: string; endsAt: Instant; publicUrl: string }

export const glassMail = ({ project, projectId, reason, endsAt, publicUrl }: Glass): MailContent => ({
  subject: 'Un administrateur a ouvert votre projet',
  body: [
    paragraph(
      `Un administrateur du site lit votre projet « ${project} », jusqu’à ${frenchHour(endsAt)}. Il ne peut rien y écrire. Voici le motif qu’il a donné :`,
    ),
    quote(reason),
    button('Voir le journal du projet', publicUrl + addresses.projects.journal({ project: projectId })),
  ],
  why: 'Ce mail part à chaque fois : personne d’autre que vous et ceux que vous autorisez ne lit votre projet sans que vous le sachiez.',
})
