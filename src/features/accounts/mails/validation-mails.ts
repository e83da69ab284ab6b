import { addresses } from '#addresses'
import { button, facts, type MailContent, paragraph, quote } from '#platform/mail/mail-content.ts'

type Waiting = { name: string; job: string; structure: string; departement: string; publicUrl: string }

export const toValidateMail = ({ name, job, structure, departement, publicUrl }: Waiting): MailContent => ({
  subject: 'Un compte professionnel attend votre validation',
  topic: 'judging',
  body: [
    paragraph(`${name} a confirmé son adresse et demande un compte professionnel.`),
    facts(['Fonction', job], ['Structure', structure], ['Département', departement]),
    button('Voir les comptes à valider', publicUrl + addresses.admin.accounts()),
  ],
  why: 'Vous recevez ce mail parce que vous validez les comptes des professionnels de ce département.',
})

const WHY = 'Vous recevez ce mail parce que vous avez demandé un compte professionnel sur Je crée dans ma région.'

const MAY = {
  professional:
    'Vous pouvez maintenant publier vos évènements, gérer les inscriptions et lire les contenus réservés aux professionnels.',
  reader: 'Vous pouvez maintenant lire les contenus réservés aux professionnels.',
}

type Validated = { name: string; role: keyof typeof MAY; publicUrl: string }

export const validatedMail = ({ name, role, publicUrl }: Validated): MailContent => ({
  subject: 'Votre compte professionnel est validé',
  body: [
    paragraph(`Bonjour ${name},`),
    paragraph(`Votre compte professionnel est validé. ${MAY[role]}`),
    button('Ouvrir mon espace', publicUrl + addresses.mySpace.home()),
  ],
  why: WHY,
})

export const refusedMail = (props: { name: string; reason: string; publicUrl: string }): MailContent => ({
  subject: 'Votre demande de compte professionnel',
  body: [
    paragraph(`Bonjour ${props.name},`),
    paragraph('Votre demande de compte professionnel n’a pas été acceptée. Voici le motif :'),
    quote(props.reason),
    paragraph(
      'Votre compte reste ouvert avec les droits d’un créateur : vous gardez vos inscriptions. Une précision à apporter ? Écrivez-nous.',
    ),
    button('Nous écrire', publicUrlOf(props)),
  ],
  why: WHY,
})

const publicUrlOf = ({ publicUrl }: { publicUrl: string }): string =>
  publicUrl + addresses.contact({ sujet: 'structure' })
