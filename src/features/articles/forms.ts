import { z } from 'zod'
import {
  departementCodes,
  line,
  paragraphs,
  says,
  sectorCodes,
  structureChosen,
  versionRead,
} from '#features/contents/text-forms.ts'

/** The fields that may hold several values. */
export const ARTICLE_LISTS = ['departement', 'secteur'] as const

const MOST_PRESENTATION = 200_000

/** The form of an article but its files. A draft needs no more than a title. */
function articleForm(complete: boolean) {
  const needed = (message: string) => [(text: string) => !complete || says(text), message] as const
  return z.object({
    titre: line(250).refine(says, 'Donnez un titre à l’article.'),
    intertitre: line(300),
    resume: paragraphs(800).refine(...needed('Écrivez l’accroche de l’article en une ou deux phrases.')),
    presentation: paragraphs(MOST_PRESENTATION).refine(...needed('Écrivez le corps de l’article.')),
    departement: departementCodes,
    secteur: sectorCodes,
    acces: z.enum(['public', 'pro'], 'Dites à qui l’article est destiné.'),
    structure: structureChosen,
    version: versionRead,
  })
}

export const submittedArticleForm = articleForm(true)
export const draftArticleForm = articleForm(false)
export type ArticleForm = z.infer<typeof submittedArticleForm>
