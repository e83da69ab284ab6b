// What the forms of a structure and of a service read alike.
import { z } from 'zod'
import { readEmail } from '#kernel/email-address'
import { readSiret } from '#kernel/siret'
import { readPhone, readWebsite } from './import-rules-of-fields.ts'

/** Nothing but spaces and invisible signs is nothing. */
export const says = (text: string): boolean => /[^\p{C}\p{Z}\p{M}]/u.test(text)

export const line = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').trim())
    .refine((text) => text.length <= most, `${most} caractères au plus.`)

export const paragraphs = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => text.length <= most, `${most} caractères au plus.`)

const read = (most: number, how: (typed: string) => string | undefined, refusal: string) =>
  line(most).transform((typed, context) => {
    if (typed === '') return ''
    const found = how(typed)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: refusal })
    return z.NEVER
  })

const phone = read(40, readPhone, 'Écrivez le numéro avec des chiffres, comme 04 77 00 00 00.')
const email = read(
  320,
  (typed) => {
    const address = readEmail(typed)
    return typeof address === 'string' ? undefined : address.address
  },
  'Cette adresse e-mail n’est pas complète, comme nom@exemple.fr.',
)
export const website = read(2000, readWebsite, 'Ce n’est pas l’adresse d’un site, comme www.exemple.fr.')

const siret = line(30).transform((typed, context): string | null => {
  if (typed === '') return null
  const found = readSiret(typed)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: 'Ce SIRET n’existe pas : vérifiez ses quatorze chiffres.' })
  return z.NEVER
})

/** One address of the web a line. */
export const links = paragraphs(4000).transform((typed, context): string[] => {
  const lines = typed.split('\n').filter(says)
  const found = lines.map((one) => readWebsite(one.trim()))
  const wrong = found.indexOf(undefined)
  if (lines.length > 10) context.addIssue({ code: 'custom', message: 'Dix liens au plus.' })
  if (wrong === -1) return found as string[]
  context.addIssue({ code: 'custom', message: `La ligne ${wrong + 1} n’est pas l’adresse d’un site.` })
  return z.NEVER
})

/** Codes of a list, or codes that an import brought and the form shows as they are. */
export const codes = z
  .array(z.string())
  .refine(
    (typed) => typed.length <= 60 && typed.every((code) => /^[\w-]{1,120}$/.test(code)),
    'Choisissez dans la liste.',
  )
  .transform((typed) => [...new Set(typed)])

export const version = z
  .string()
  .regex(/^\d{1,9}$/, 'Ce formulaire n’est plus lisible : ouvrez-le à nouveau.')
  .default('0')
  .transform(Number)

const postalCode = line(20)
  .transform((code) => code.replace(/\s/g, ''))
  .refine((code) => code === '' || /^\d{5}$/.test(code), 'Un code postal a cinq chiffres, comme 42300.')

export const place = { rue: line(250), complement: line(250), code_postal: postalCode, ville: line(120) }

export const contact = { telephone: phone, courriel: email, horaires: paragraphs(1000) }

export const SHEET_LISTS = ['reseaux', 'types', 'publics', 'departements'] as const

/** The form of a structure (STR-6). */
export const structureForm = z.object({
  nom: line(250).refine(says, 'Donnez le nom de la structure.'),
  sigle: line(60),
  siret,
  reseaux: codes,
  types: codes,
  publics: codes,
  resume: paragraphs(800),
  presentation: paragraphs(20_000),
  departements: codes,
  ...place,
  ...contact,
  site: website,
  liens: links,
  accessibilite: website,
  contacts: paragraphs(1000),
  version,
})
export type StructureForm = z.infer<typeof structureForm>

export const requestForm = z.object({ message: paragraphs(1000) })
