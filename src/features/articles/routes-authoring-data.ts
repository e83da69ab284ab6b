import type { Actor } from '#features/accounts/actor.ts'
import type { FileOfContent, RevisionData } from '#features/contents/kinds.ts'
import { readRichText } from '#platform/rich-text/sanitize.ts'
import type { FormState } from '#ui/form-state.ts'
import { filledForm } from '#ui/form-state.ts'
import type { ArticleForm } from './forms.ts'
import type { ArticleOwn } from './revision-queries.ts'

export type ArticleData = RevisionData<ArticleOwn>

/** What a form that was read asks to save, and what the cleaning of its text took away. */
export function dataOf(
  form: ArticleForm,
  files: FileOfContent[],
  structureId: number | null,
): { data: ArticleData; dropped: string[] } {
  const { format, text, dropped } = readRichText(form.presentation)
  const content = {
    title: form.titre,
    summary: form.resume,
    presentation: text,
    presentationFormat: format,
    access: form.acces,
    departements: form.departement,
    sectors: form.secteur,
    files,
    structureId,
  }
  return { data: { content, own: { subtitle: form.intertitre } }, dropped }
}

/** What the form of an article that exists begins with. */
export function stateOf({ content, own }: ArticleData, version: number): FormState {
  return filledForm({
    version,
    titre: content.title,
    intertitre: own.subtitle,
    resume: content.summary,
    presentation: content.presentation,
    departement: content.departements,
    secteur: content.sectors,
    acces: content.access,
  })
}

/** What the form of a new article begins with. */
export const newState = (): FormState => filledForm({ version: 0, acces: 'public' })

/** One of the person’s own structures: another number is not theirs to speak for. */
export function structureFor(actor: Actor, typed: string): number | null {
  return actor.structures.find((id) => String(id) === typed) ?? actor.structures[0] ?? null
}
