import { z } from 'zod'
import { ROLES } from '#features/accounts/actor.ts'
import {
  departementCodes,
  line,
  paragraphs,
  says,
  sectorCodes,
  structureChosen,
  versionRead,
} from '#features/contents/text-forms.ts'
import { readLink } from './rules.ts'
import { kindOfWord } from './texts.ts'

/** The fields that may hold several values. */
export const RESOURCE_LISTS = ['roles', 'departement', 'secteur'] as const

const kind = z
  .string()
  .default('')
  .transform(kindOfWord)
  .refine((found) => found !== undefined, 'Choisissez le type de la ressource.')
  .transform((found) => found ?? 'report')

const common = {
  titre: line(250).refine(says, 'Donnez un titre à la ressource.'),
  type: kind,
  structure: structureChosen,
  version: versionRead,
}

/** « Choisissez un fichier »: what is said of the file itself is read with it. */
export const fileResourceForm = z.object(common)

const LINK_REFUSAL = 'Donnez une adresse qui commence par http:// ou https://, comme https://www.exemple.fr.'

/** « Lien web / vidéo » */
export const linkResourceForm = z.object({
  ...common,
  lien: z
    .string()
    .default('')
    .refine((typed) => typed.length <= 2000 && readLink(typed) !== undefined, LINK_REFUSAL)
    .transform((typed) => readLink(typed) ?? ''),
  visibilite: z.enum(['visible', 'private'], 'Dites si ce lien est visible ou privé.'),
  roles: z.array(z.enum(ROLES, 'Choisissez dans la liste.')),
  description: paragraphs(1000),
  departement: departementCodes,
  secteur: sectorCodes,
})

export type FileResourceForm = z.infer<typeof fileResourceForm>
export type LinkResourceForm = z.infer<typeof linkResourceForm>
