import { z } from 'zod'
import { emailField } from '#features/accounts/forms.ts'
import { EMAIL_TEXTS } from '#features/accounts/texts.ts'
import { line, paragraphs, says, versionRead } from '#features/contents/text-forms.ts'
import { STAGES } from '#features/services/rules.ts'
import { isSector } from '#features/territory/sectors.ts'
import { MOST_NAME, MOST_SECTION } from './sheet.ts'

const section = paragraphs(MOST_SECTION)

const oneOf = (known: (code: string) => boolean) =>
  z
    .string()
    .default('')
    .refine((code) => code === '' || known(code), 'Choisissez dans la liste.')
    .transform((code) => (code === '' ? null : code))

/** « Fiche projet », but its documents and its commune, which is looked for. */
export const sheetForm = z.object({
  nom: line(MOST_NAME).refine(says, 'Donnez un nom à votre projet : un nom provisoire suffit.'),
  idea: section,
  activity: section,
  needs: section,
  calendar: section,
  team: section,
  budget: section,
  secteur: oneOf(isSector),
  commune: line(100),
  etape: oneOf((code) => (STAGES as readonly string[]).includes(code)),
  version: versionRead,
})
export type SheetForm = z.infer<typeof sheetForm>

const MOST_COMMENT = 5000
const MOST_SUBJECT = 200

const body = paragraphs(MOST_COMMENT).refine(says, 'Écrivez votre commentaire.')
const thread = z
  .string()
  .regex(/^\d{0,15}$/, 'Cet échange n’existe plus.')
  .default('')
  .transform((typed) => (typed === '' ? null : Number(typed)))

/** A comment on the sheet: « objet » when it opens a thread. */
export const commentForm = z
  .object({ objet: line(MOST_SUBJECT), commentaire: body, fil: thread })
  .refine(({ objet, fil }) => fil !== null || says(objet), {
    path: ['objet'],
    message: 'Donnez un objet : c’est ce qu’on lit en premier.',
  })

/** A comment under a post-it, which has no « objet ». */
export const noteCommentForm = z.object({ commentaire: body, fil: thread })

/** « Autoriser un professionnel ». */
export const adviserForm = z.object({
  email: emailField(EMAIL_TEXTS),
  depuis: z.enum(['fiche', '360']).catch('fiche'),
})

const LEAST_REASON = 20

export const glassForm = z.object({
  projet: z
    .string()
    .default('')
    .transform((typed) => /\/projets\/(\d+)/.exec(typed)?.[1] ?? typed.trim())
    .pipe(z.string().regex(/^\d{1,15}$/, 'Indiquez le numéro du projet : il est dans son adresse.'))
    .transform(Number),
  motif: paragraphs(1000).refine(
    (text) => text.length >= LEAST_REASON,
    'Dites pourquoi, en une phrase au moins : le créateur la lira.',
  ),
})
