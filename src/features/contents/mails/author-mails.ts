import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { button, facts, type MailContent, paragraph, quote } from '#platform/mail/mail-content.ts'

type Named = { name: string; title: string; href: string }

export const authorNamedMail = ({ name, title, href }: Named): MailContent => ({
  subject: `Vous êtes auteur de « ${title} »`,
  body: [
    paragraph(`Bonjour ${name},`),
    paragraph(`Vous êtes maintenant auteur de « ${title} » : vous pouvez la modifier depuis votre espace.`),
    button('Ouvrir', href),
  ],
  why: 'Vous recevez ce mail parce que vous avez été désigné auteur sur Je crée dans ma région.',
})

export const authorsNamedMail = (props: { name: string; count: number; publicUrl: string }): MailContent => ({
  subject: `Vous êtes auteur de ${plural(props.count, 'contenu')}`,
  body: [
    paragraph(`Bonjour ${props.name},`),
    paragraph(`Vous êtes maintenant auteur de ${plural(props.count, 'contenu')}, que vous trouvez dans votre espace.`),
    button('Voir tous mes contenus', props.publicUrl + addresses.mySpace.contents()),
  ],
  why: 'Vous recevez ce mail parce que vous avez été désigné auteur sur Je crée dans ma région.',
})

type Asked = { person: string; job: string; structure: string; title: string; message: string; publicUrl: string }

export const requestMail = ({ person, job, structure, title, message, publicUrl }: Asked): MailContent => ({
  subject: `Demande à gérer la fiche « ${title} »`,
  topic: 'judging',
  body: [
    paragraph(`${person} demande à gérer la fiche « ${title} ».`),
    facts(['Fonction', job], ['Structure indiquée', structure]),
    ...(message === '' ? [] : [quote(message, person)]),
    button('Voir les demandes', publicUrl + addresses.admin.structures()),
  ],
  why: 'Vous recevez ce mail parce que vous validez les demandes de ce territoire.',
})

export const requestAcceptedMail = ({ name, title, href }: Named): MailContent => ({
  subject: `Vous gérez la fiche « ${title} »`,
  body: [
    paragraph(`Bonjour ${name},`),
    paragraph(
      `Votre demande est acceptée : vous êtes auteur de « ${title} » et de ses services. Vos modifications sont publiées tout de suite.`,
    ),
    button('Modifier la fiche', href),
  ],
  why: 'Vous recevez ce mail parce que vous avez demandé à gérer cette fiche.',
})

export const requestRefusedMail = (props: Named & { reason: string; publicUrl: string }): MailContent => ({
  subject: `Votre demande pour la fiche « ${props.title} »`,
  body: [
    paragraph(`Bonjour ${props.name},`),
    paragraph(`Votre demande à gérer la fiche « ${props.title} » n’a pas été acceptée. Voici le motif :`),
    quote(props.reason),
    button('Nous écrire', props.publicUrl + addresses.contact({ sujet: 'structure' })),
  ],
  why: 'Vous recevez ce mail parce que vous avez demandé à gérer cette fiche.',
})

export const invitationMail = ({ by, title, href }: { by: string; title: string; href: string }): MailContent => ({
  subject: `${by} vous invite à tenir à jour « ${title} »`,
  body: [
    paragraph(`${by} vous invite à tenir à jour la fiche « ${title} » sur Je crée dans ma région.`),
    button('Voir l’invitation', href),
    paragraph('Sans compte professionnel, il vous sera proposé d’en créer un. Le lien marche quatorze jours.'),
  ],
  why: `Vous recevez ce mail parce que ${by} a donné votre adresse. Sans réponse de votre part, rien ne se passe.`,
})
