import { z } from 'zod'
import { line, paragraphs, says } from '#features/contents/text-forms.ts'
import { BLOCKS, COLOURS, MOST_NOTE } from './board.ts'

const body = paragraphs(1_000_000)
  .refine(says, 'Écrivez quelque chose sur le post-it.')
  .refine(
    (text) => text.length <= MOST_NOTE,
    `Un post-it tient ${MOST_NOTE} caractères : raccourcissez, ou faites-en plusieurs.`,
  )
const block = z.enum(BLOCKS, 'Choisissez un bloc.')
const colour = z.enum(COLOURS, 'Choisissez une couleur.').default('sun')

export const newNoteForm = z.object({ bloc: block, texte: body, couleur: colour })

export const noteForm = z.object({
  texte: body,
  couleur: colour,
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .catch('0')
    .transform(Number),
})

/** `place`: up, down, last, « first », or the number of the post-it that it follows. */
export const moveForm = z.object({
  bloc: block.optional(),
  place: z
    .string()
    .regex(/^(?:haut|bas|debut|fin|\d{1,15})$/, 'Choisissez une place.')
    .default('fin'),
})

export const canvasForm = z.object({
  nom: line(80).refine(says, 'Donnez un nom à ce projet 360.'),
  depart: z.enum(['vide', 'exemple']).catch('vide'),
})

export const versionForm = z.object({ nom: line(80) })
