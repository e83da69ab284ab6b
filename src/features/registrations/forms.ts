import { z } from 'zod'
import { emailField } from '#features/accounts/forms.ts'
import { EMAIL_TEXTS } from '#features/accounts/texts.ts'

/** The number of a list in the group « Choisissez une date ». */
const date = z
  .string('Choisissez une date.')
  .regex(/^\d{1,15}$/, 'Choisissez une date.')
  .transform(Number)

const trimmed = z
  .string()
  .default('')
  .transform((typed) => typed.trim())

const nameField = (empty: string) =>
  trimmed.pipe(z.string().min(1, empty).max(200, 'Ce nom est trop long : 200 caractères au plus.'))

const phone = trimmed.pipe(
  z.string().regex(/^$|^[+\d][\d\s().-]{5,24}$/, 'Ce numéro n’est pas lisible. Exemple : 06 12 34 56 78'),
)

export const strangerForm = z.object({
  date,
  nom: nameField('Indiquez votre nom : l’organisateur vous accueillera par lui.'),
  email: emailField({ ...EMAIL_TEXTS, empty: 'Indiquez votre adresse e-mail : la confirmation y est envoyée.' }),
  telephone: phone,
})
export const memberForm = z.object({ date })

const nameOfOther = nameField('Indiquez le nom de la personne : l’organisateur l’accueillera par lui.')

/** A professional enrols somebody (REG-6); then corrects what is not the address. */
export const prescriptionForm = z.object({
  date,
  nom: nameOfOther,
  email: emailField({
    ...EMAIL_TEXTS,
    empty: 'Indiquez son adresse e-mail : c’est par elle que la personne est prévenue.',
  }),
  telephone: phone,
})
export const prescriptionChangeForm = z.object({ nom: nameOfOther, telephone: phone })
