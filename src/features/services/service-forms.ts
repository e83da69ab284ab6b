import { z } from 'zod'
import * as sheet from '#features/structures/sheet-forms.ts'
import { SERVICE_COSTS, STAGES } from './rules.ts'

export const SERVICE_LISTS = [
  'types',
  'etapes',
  'themes',
  'publics',
  'modes',
  'departements',
  'mobilisation',
  'mobilisation_par',
] as const

const among = <const Code extends string>(known: readonly Code[]) =>
  z
    .array(z.string())
    .refine((typed) => typed.every((code) => (known as readonly string[]).includes(code)), 'Choisissez dans la liste.')
    .transform((typed) => [...new Set(typed)] as Code[])

const number = (most: number, refusal: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replace(',', '.').trim())
    .refine((typed) => typed === '' || (/^\d{1,4}(\.\d{1,2})?$/.test(typed) && Number(typed) <= most), refusal)
    .transform((typed) => (typed === '' ? null : Number(typed)))

const MODES = ['en-presentiel', 'a-distance'] as const
const MOBILISERS = ['usagers', 'professionnels'] as const

/** The form of a service (STR-4, STR-6). */
export const serviceForm = z.object({
  titre: sheet.line(250).refine(sheet.says, 'Donnez un titre au service.'),
  structure: z
    .string()
    .regex(/^\d{1,15}$/, 'Choisissez la structure qui propose ce service.')
    .transform(Number),
  resume: sheet.paragraphs(800),
  presentation: sheet.paragraphs(20_000),
  types: sheet.codes,
  etapes: among(STAGES),
  themes: sheet.codes,
  publics: sheet.codes,
  precision_publics: sheet.line(500),
  conditions: sheet.paragraphs(2000),
  cout: z
    .enum(['', ...SERVICE_COSTS])
    .default('')
    .transform((cost) => (cost === '' ? null : cost)),
  precision_cout: sheet.line(500),
  modes: among(MODES),
  departements: sheet.codes,
  semaines: number(520, 'Écrivez un nombre de semaines.').refine(
    (weeks) => weeks === null || Number.isInteger(weeks),
    'Écrivez un nombre entier de semaines.',
  ),
  heures: number(168, 'Écrivez un nombre d’heures par semaine.'),
  mobilisation: sheet.codes,
  mobilisation_par: among(MOBILISERS),
  precision_mobilisation: sheet.paragraphs(2000),
  demande: sheet.website,
  liens: sheet.links,
  ...sheet.place,
  ...sheet.contact,
  version: sheet.version,
})
export type ServiceForm = z.infer<typeof serviceForm>
