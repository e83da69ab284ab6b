import { z } from 'zod'
import { type EmailAddress, type EmailRefusal, readEmail } from '#kernel/email-address'
import { CONTACT_SUBJECTS } from './contact.ts'
import { GIVEN_ROLES, passwordRefusal } from './rules.ts'
import { EMAIL_TEXTS, PASSWORD_TEXTS } from './texts.ts'

/** An address as typed, read into its one stored form; `texts` says what is wrong with one that cannot be. */
export const emailField = (texts: Record<EmailRefusal, string>) =>
  z
    .string()
    .default('')
    .transform((typed, context): EmailAddress => {
      const read = readEmail(typed)
      if (typeof read !== 'string') return read
      context.addIssue({ code: 'custom', message: texts[read] })
      return z.NEVER
    })

const email = emailField(EMAIL_TEXTS)

/** One line of text, spaces trimmed. */
const line = (missing: string, most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, missing).max(most, `Ce texte est trop long : ${most} caractères au plus.`))

const text = (missing: string, most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, missing).max(most, `Ce texte est trop long : ${most} caractères au plus.`))

const name = line('Indiquez votre prénom et votre nom.', 200)

const phone = z
  .string()
  .default('')
  .transform((typed) => typed.trim())
  .pipe(z.string().regex(/^[+\d][\d\s().-]{5,24}$/, 'Indiquez un numéro de téléphone. Exemple : 06 12 34 56 78'))

const password = z
  .string()
  .default('')
  .superRefine((typed, context) => {
    const refusal = passwordRefusal(typed, [])
    if (refusal !== undefined) context.addIssue({ code: 'custom', message: PASSWORD_TEXTS[refusal] })
  })

type Typed = { nom: string; email: EmailAddress; mot_de_passe: string }

/** Refuses a password that the rest of the form gives away. */
function checkOwnName(form: Typed, context: z.RefinementCtx): void {
  const { key } = form.email
  const refusal = passwordRefusal(form.mot_de_passe, [form.nom, key, key.slice(0, key.lastIndexOf('@'))])
  if (refusal !== undefined) {
    context.addIssue({ code: 'custom', path: ['mot_de_passe'], message: PASSWORD_TEXTS[refusal] })
  }
}

const person = { nom: name, email, mot_de_passe: password }

export const creatorForm = z.object(person).superRefine(checkOwnName)

export const professionalForm = z
  .object({
    ...person,
    fonction: line('Indiquez votre fonction. Exemple : conseillère création', 200),
    telephone: phone,
    departement: z.string('Choisissez votre département.').regex(/^\d[\dAB]\d?$/, 'Choisissez votre département.'),
    publier: z.string().optional(),
  })
  .superRefine(checkOwnName)

export const signInForm = z.object({
  email,
  mot_de_passe: z.string('Tapez votre mot de passe.').min(1, 'Tapez votre mot de passe.').max(1000),
})

export const emailForm = z.object({ email })

export const newPasswordForm = z.object({ mot_de_passe: password })

export const validationForm = z.object({
  role: z.enum(GIVEN_ROLES, 'Choisissez ce que cette personne pourra faire.'),
})

export const refusalForm = z.object({ motif: text('Écrivez le motif : la personne le lira.', 2000) })

export const nameForm = z.object({ nom: name })

export const contactForm = z.object({
  nom: name,
  email,
  sujet: z.enum(CONTACT_SUBJECTS, 'Choisissez un sujet.'),
  message: text('Écrivez votre message.', 5000),
})
