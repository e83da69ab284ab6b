import { z } from 'zod'

export const refusalForm = z.object({
  motif: z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'Écrivez le motif : la personne le lira.').max(2000, 'Ce texte est trop long.')),
})

export const bulkForm = z.object({
  contenu: z
    .array(z.string().regex(/^\d{1,15}$/, 'Choisissez dans la liste.'))
    .min(1, 'Cochez au moins un contenu.')
    .max(200, 'Deux cents contenus au plus à la fois.')
    .transform((ids) => [...new Set(ids)].map(Number)),
  maniere: z.enum(['ajouter', 'retirer'], 'Dites s’il faut ajouter ou retirer cet auteur.'),
})
