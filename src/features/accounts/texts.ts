import type { EmailRefusal } from '#kernel/email-address'
import { plural } from '#kernel/french'
import type { Role } from './actor.ts'
import type { ContactSubject } from './contact.ts'
import { MIN_PASSWORD, type PasswordRefusal } from './rules.ts'

export const ROLE_TEXTS = {
  creator: 'Créateur',
  professional: 'Professionnel',
  reader: 'Professionnel non contributeur',
  animator: 'Animateur territorial',
  administrator: 'Administrateur',
} satisfies Record<Role, string>

export const EMAIL_TEXTS = {
  empty: 'Indiquez votre adresse e-mail.',
  malformed: 'Cette adresse e-mail est incomplète. Exemple : zoe@exemple.fr',
  'too-long': 'Cette adresse e-mail est trop longue.',
  'not-ascii': 'Le début de cette adresse contient un accent : les messageries ne savent pas encore l’acheminer.',
} satisfies Record<EmailRefusal, string>

export const PASSWORD_TEXTS = {
  short: `Choisissez au moins ${MIN_PASSWORD} caractères : une petite phrase convient très bien.`,
  long: 'Ce mot de passe est trop long : 200 caractères au plus.',
  common: 'Ce mot de passe est parmi les plus essayés par les pirates : choisissez autre chose.',
  repeated: 'Ce mot de passe répète les mêmes signes : choisissez autre chose.',
  'own-name': 'Votre nom ou votre adresse se devinent : choisissez autre chose.',
} satisfies Record<PasswordRefusal, string>

export const SUBJECT_TEXTS = {
  question: 'Poser une question',
  structure: 'Préciser ma structure',
  error: 'Signaler une erreur ou un problème',
  data: 'Exercer mes droits sur mes données',
  other: 'Autre sujet',
} satisfies Record<ContactSubject, string>

export const PASSWORD_HINT = `Au moins ${MIN_PASSWORD} caractères, sans autre contrainte : une petite phrase est facile à retenir.`

export const WRONG_SIGN_IN =
  'Cette adresse et ce mot de passe ne vont pas ensemble, ou le compte n’est pas encore confirmé. Vérifiez, ou recevez un lien par e-mail.'

export const MAIL_LEFT = 'C’est noté : regardez vos mails.'

export const TOO_MANY_SIGN_INS =
  'Trop d’essais de mot de passe. Attendez un peu, ou connectez-vous par un lien reçu par e-mail.'

/** « depuis aujourd’hui », « depuis 3 jours »: the age of a request in a queue. */
export const ageText = (days: number): string => `depuis ${days === 0 ? 'aujourd’hui' : plural(days, 'jour')}`
