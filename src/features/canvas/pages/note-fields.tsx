import { Radios } from '#ui/choice.tsx'
import { TextArea } from '#ui/field.tsx'
import type { FormState } from '#ui/form-state.ts'
import { COLOUR_TEXTS, COLOURS, MOST_NOTE } from '../board.ts'

/** The words of a post-it, and its colour by name. */
export function NoteFields({ state }: { state: FormState }) {
  return (
    <>
      <TextArea state={state} name="texte" label="Texte du post-it" rows={4} maxLength={MOST_NOTE} />
      <Radios
        state={state}
        name="couleur"
        label="Couleur"
        look="columns"
        options={COLOURS.map((value) => ({ value, text: COLOUR_TEXTS[value] }))}
      />
    </>
  )
}
