import { z } from 'zod'
import { type EmailAddress, readEmail } from '#kernel/email-address'

const EMAIL_TEXTS = {
  empty: 'Indiquez votre adresse e-mail : la confirmation y est envoyée.',
  malformed: 'Cette adresse e-mail est incomplète. Exemple : zoe@exemple.fr',
  'too-long': 'Cette adresse e-mail est trop longue.',
  'not-ascii': 'Le début de cette adresse contient un accent : les messageries ne savent pas encore l’acheminer.',
}

const email = z
  .string()
  .default('')
  .transform((typed, context): EmailAddress => {
    const read = readEmail(typed)
    if (typeof read !== 'string') return read
    context.addIssue({ code: 'custom', message: EMAIL_TEXTS[read] })
    return z.NEVER
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
