import { addresses } from '#addresses'
import { button, type MailContent, paragraph } from '#platform/mail/mail-content.ts'

type Link = { name: string; href: string }

const ONCE = 'Le lien ne sert qu’une fois. Il ouvre une page : c’est le bouton de cette page qui agit.'

export const confirmMail = ({ name, href }: Link): MailContent => ({
  subject: 'Confirmez votre adresse pour ouvrir votre compte',
  preview: 'Un bouton à presser, et votre compte est ouvert.',
  body: [
    paragraph(`Bonjour ${name},`),
    paragraph(
      'Votre compte « Je crée dans ma région » est prêt : il reste à confirmer que cette adresse est la vôtre.',
    ),
    button('Confirmer mon adresse', href),
    paragraph(`${ONCE} Sans confirmation dans les sept jours, tout est effacé.`),
  ],
  why: 'Vous recevez ce mail parce que cette adresse a été tapée pour créer un compte. Si ce n’est pas vous, ne faites rien : aucun compte ne sera ouvert.',
})

export const signInMail = ({ name, href }: Link): MailContent => ({
  subject: 'Votre lien pour vous connecter',
  body: [
    paragraph(`Bonjour ${name},`),
    paragraph('Voici de quoi vous connecter sans mot de passe, pendant une heure.'),
    button('Me connecter', href),
    paragraph(ONCE),
  ],
  why: 'Vous recevez ce mail parce qu’un lien de connexion a été demandé pour cette adresse. Si ce n’est pas vous, ne faites rien : personne n’entre sans ce lien.',
})

export const resetMail = ({ name, href }: Link): MailContent => ({
  subject: 'Choisir un nouveau mot de passe',
  body: [
    paragraph(`Bonjour ${name},`),
    paragraph(
      'Voici de quoi choisir un nouveau mot de passe, pendant une heure. L’ancien reste bon tant que vous n’en changez pas.',
    ),
    button('Choisir un nouveau mot de passe', href),
    paragraph(ONCE),
  ],
  why: 'Vous recevez ce mail parce qu’un nouveau mot de passe a été demandé pour cette adresse. Si ce n’est pas vous, ne faites rien.',
})

export const existsMail = ({ name, publicUrl }: { name: string; publicUrl: string }): MailContent => ({
  subject: 'Vous avez déjà un compte',
  body: [
    paragraph(`Bonjour ${name},`),
    paragraph(
      'Quelqu’un, sans doute vous, a voulu créer un compte avec cette adresse. Elle en a déjà un : rien n’a été changé.',
    ),
    button('Me connecter', publicUrl + addresses.account.signIn()),
    paragraph(`Mot de passe oublié ? Choisissez-en un autre ici : ${publicUrl}${addresses.account.forgotten()}`),
  ],
  why: 'Vous recevez ce mail parce que cette adresse a été tapée pour créer un compte. Si ce n’est pas vous, ne faites rien.',
})

export const passwordChangedMail = ({ name, publicUrl }: { name: string; publicUrl: string }): MailContent => ({
  subject: 'Votre mot de passe a changé',
  body: [
    paragraph(`Bonjour ${name},`),
    paragraph(
      'Le mot de passe de votre compte vient d’être changé. Par prudence, tous les appareils connectés ont été déconnectés.',
    ),
    paragraph(
      'Si c’est vous, tout va bien. Sinon, reprenez la main tout de suite : choisissez un autre mot de passe et écrivez-nous.',
    ),
    button('Choisir un autre mot de passe', publicUrl + addresses.account.forgotten()),
  ],
  why: 'Vous recevez ce mail parce qu’il concerne la sécurité de votre compte : il part toujours.',
})
