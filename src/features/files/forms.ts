import { z } from 'zod'
import { FILE_ROLES, VISIBILITIES } from './access.ts'

const text = (most: number) => z.string().trim().max(most, `Au plus ${most} caractères.`).default('')

/** What is said of one file, under its name in a form. */
export const fileSettingsSchema = z
  .object({
    visibilite: z.enum(VISIBILITIES, 'Dites si ce fichier est visible ou privé.'),
    roles: z.array(z.enum(FILE_ROLES)).catch([]),
    description: text(1000),
    alternative: text(300),
    departements: z.array(z.string().regex(/^\d[\dAB]\d?$/)).catch([]),
    secteurs: z.array(z.string().regex(/^[a-z0-9-]{1,40}$/i)).catch([]),
  })
  .transform(({ visibilite, roles, secteurs, ...rest }) => ({
    ...rest,
    visibility: visibilite,
    roles: visibilite === 'private' ? roles : [],
    sectors: secteurs,
  }))

export const FILE_SETTINGS_LISTS = ['roles', 'departements', 'secteurs'] as const

export type FileSettingsTyped = z.infer<typeof fileSettingsSchema>
