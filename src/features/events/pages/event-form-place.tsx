import { CommuneField } from '#features/territory/pages/commune-field.tsx'
import { Field } from '#ui/field.tsx'
import { FieldRow, FormSection } from '#ui/form.tsx'
import { HINTS } from '../authoring-texts.ts'
import { Position, type PositionProps } from './position.tsx'

/** The place of the event: that of each date which does not say otherwise. */
export function EventPlace(props: PositionProps) {
  const { state } = props
  return (
    <FormSection title="Adresse" hint={HINTS.place} id="adresse">
      <Field state={state} name="lieu" label="Nom du lieu" optional />
      <Field state={state} name="rue" label="Adresse postale" optional />
      <FieldRow>
        <Field state={state} name="code_postal" label="Code postal" inputmode="numeric" width="short" />
        <CommuneField state={state} name="ville" label="Ville" />
      </FieldRow>
      <Position {...props} />
    </FormSection>
  )
}
