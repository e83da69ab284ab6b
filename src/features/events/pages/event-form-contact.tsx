import { Field } from '#ui/field.tsx'
import { FieldRow, FormSection } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { HINTS } from '../authoring-texts.ts'

export function EventContact({ state }: { state: FormState }) {
  return (
    <FormSection title="Contact" hint={HINTS.contact}>
      <FieldRow>
        <Field state={state} name="telephone" label="Téléphone" type="tel" autocomplete="work tel" optional />
        <Field state={state} name="courriel" label="E-mail" type="email" autocomplete="work email" optional />
      </FieldRow>
      <Field state={state} name="contact" label="Nom et prénom de l’interlocuteur" autocomplete="name" optional />
      <Field state={state} name="facebook" label="Page Facebook" hint={HINTS.web} inputmode="url" optional />
      <Field state={state} name="site" label="Site internet" hint={HINTS.web} inputmode="url" optional />
    </FormSection>
  )
}
