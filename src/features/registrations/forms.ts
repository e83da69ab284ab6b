import { z } from 'zod'
import { emailField } from '#features/accounts/forms.ts'
import { EMAIL_TEXTS } from '#features/accounts/texts.ts'

const email = emailField({
  ...EMAIL_TEXTS,
  empty: 'Indiquez votre adresse e-mail : la confirmation y est envoyée.',
})

/** The number of a list in the group « Choisissez une date ». */
const date = z
  .string('Choisissez une date.')
  .regex(/^\d{1,15}$/, 'Choisissez une date.')
  .transform(Number)

const name = z
  .string()
  .default('')
  .transform((typed) => typed.trim())
  .pipe(
    z
      .string()
      .min(1, 'Indiquez votre nom : l’organisateur vous accueillera par lui.')
      .max(200, 'Ce nom est trop long : 200 caractères au plus.'),
  )

const phone = z
  .string()
  .default('')
  .transform((typed) => typed.trim())
  .pipe(z.string().regex(/^$|^[+\d][\d\s().-]{5,24}$/, 'Ce numéro n’est pas lisible. Exemple : 06 12 34 56 78'))

export const strangerForm = z.object({ date, nom: name, email, telephone: phone })
export const memberForm = z.object({ date })
