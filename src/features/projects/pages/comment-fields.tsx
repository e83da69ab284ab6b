import { Field, TextArea } from '#ui/field.tsx'
import type { FormState } from '#ui/form-state.ts'

/** « Objet » for what opens a thread on a sheet, « commentaire » always. `form` tells several forms of one page apart. */
export function CommentFields({
  state,
  form,
  subject = false,
}: {
  state: FormState
  form?: string
  subject?: boolean
}) {
  return (
    <>
      {subject && (
        <Field state={state} name="objet" label="Objet" maxLength={200} first={form !== undefined} {...{ form }} />
      )}
      <TextArea
        state={state}
        name="commentaire"
        label="Commentaire"
        rows={5}
        maxLength={5000}
        hint="Il ne sera visible que par le créateur lui-même et par les professionnels qu’il a autorisés à interagir sur sa fiche. Pas de données de santé."
        {...{ form }}
      />
    </>
  )
}
