import { z } from 'zod'
import { readEmail } from '#kernel/email-address'
import { isTooLong } from '#kernel/rich-text/typed'
import { EVENT_KINDS, type EventKind, PROJECT_SIZES, type ProjectSize } from './rules.ts'
import { KIND_WORDS, keyOf, SECTOR_TEXTS, SIZE_WORDS } from './texts.ts'
import { readFacebook, readWebsite } from './websites.ts'

/** The fields of the form that may hold several values. */
export const EVENT_LISTS = ['taille', 'secteur'] as const

/** Nothing but spaces and invisible signs is nothing. */
const says = (text: string): boolean => /[^\p{C}\p{Z}\p{M}]/u.test(text)

export const line = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').trim())
    .refine((text) => text.length <= most, `${most} caractères au plus.`)
const paragraphs = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => text.length <= most, `${most} caractères au plus.`)

/** Typed as text or as HTML: the words are counted, not the tags. */
const richText = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => !isTooLong(text, most), `${most} caractères au plus.`)

export const postalCode = line(20)
  .transform((code) => code.replace(/\s/g, ''))
  .refine((code) => code === '' || /^\d{5}$/.test(code), 'Un code postal a cinq chiffres, comme 42300.')
const phone = line(40).refine(
  (text) => text === '' || (/^\+?[\d\s().\u00A0-]+$/.test(text) && text.replace(/\D/g, '').length >= 4),
  'Écrivez le numéro avec des chiffres, comme 04 77 00 00 00.',
)
const email = line(320).transform((typed, context) => {
  if (typed === '') return ''
  const read = readEmail(typed)
  if (typeof read !== 'string') return read.address
  context.addIssue({ code: 'custom', message: 'Cette adresse e-mail n’est pas complète, comme nom@exemple.fr.' })
  return z.NEVER
})

export function web(read: typeof readWebsite, refusal: string) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const address = read(typed)
      if (address.kind === 'none') return ''
      if (address.kind === 'address') return address.url
      context.addIssue({ code: 'custom', message: refusal })
      return z.NEVER
    })
}

export const degrees = (most: number) =>
  z
    .string()
    .default('')
    .refine((text) => text === '' || (/^-?\d{1,3}(\.\d{1,12})?$/.test(text) && Math.abs(Number(text)) <= most), {
      message: 'La position sur la carte n’est pas lisible : cliquez sur « Géolocaliser ».',
    })
    .transform((text) => (text === '' ? undefined : Number(text)))

const isKey = (keys: readonly string[], key: string | undefined): boolean => key !== undefined && keys.includes(key)

const kind = z
  .string()
  .default('')
  .transform((word) => keyOf(KIND_WORDS, word))
  .refine((key) => isKey(EVENT_KINDS, key), 'Choisissez le type de l’évènement.')
  .transform((key) => key as EventKind)
const sizes = z
  .array(z.string())
  .transform((words) => [...new Set(words)].map((word) => keyOf(SIZE_WORDS, word)))
  .refine((keys) => keys.every((key) => isKey(PROJECT_SIZES, key)), 'Choisissez dans la liste.')
  .transform((keys) => keys as ProjectSize[])
const sectors = z
  .array(z.string())
  .refine((words) => words.every((word) => Object.hasOwn(SECTOR_TEXTS, word)), 'Choisissez dans la liste.')

/**
 * The form of an event but its dates. A draft may be incomplete: it needs a title and a kind. A place is needed where some
 * date has none of its own.
 */
function eventForm(complete: boolean, placed = complete) {
  const neededIf = (isNeeded: boolean) => (message: string) =>
    [(text: string) => !isNeeded || says(text), message] as const
  const [needed, neededPlace] = [neededIf(complete), neededIf(placed)]
  return z.object({
    titre: line(250).refine(says, 'Donnez un titre à l’évènement.'),
    resume: paragraphs(800).refine(...needed('Présentez l’évènement en une ou deux phrases.')),
    presentation: richText(20_000),
    lieu: line(250),
    rue: line(250),
    code_postal: postalCode.refine(...neededPlace('Donnez le code postal du lieu.')),
    ville: line(120).refine(...neededPlace('Donnez la ville du lieu.')),
    latitude: degrees(90),
    longitude: degrees(180),
    adresse_situee: z.string().default(''),
    telephone: phone,
    courriel: email,
    contact: line(250),
    facebook: web(readFacebook, 'Ce n’est pas l’adresse d’une page Facebook, comme facebook.com/votre-page.'),
    site: web(readWebsite, 'Ce n’est pas l’adresse d’un site, comme www.exemple.fr.'),
    acces: z.enum(['public', 'pro'], 'Dites à qui l’évènement est destiné.'),
    tarif: z.enum(['gratuit', 'payant'], 'Dites si l’évènement est gratuit ou payant.'),
    precision_tarif: line(250),
    type: kind,
    taille: sizes,
    secteur: sectors,
    structure: z
      .string()
      .regex(/^\d{0,15}$/, 'Choisissez dans la liste.')
      .default(''),
    version: z
      .string()
      .regex(/^\d{1,9}$/, 'Ce formulaire n’est plus lisible : ouvrez-le à nouveau.')
      .default('0')
      .transform(Number),
  })
}

export const publishedEventForm = eventForm(true)
/** Of an event whose dates all take place elsewhere or online. */
export const placelessEventForm = eventForm(true, false)
export const draftEventForm = eventForm(false)
export type EventForm = z.infer<typeof publishedEventForm>
