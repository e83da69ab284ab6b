import type { ComponentChildren } from 'preact'
import { errorOf, type FormState, fieldId } from './form-state.ts'
import { Icon } from './icon.tsx'

/** What every field of the kit takes. A field is required unless it is `optional`, and then says so in words;
 *  `unsaid` among filters, where nothing is ever required. */
export type FieldBase = {
  state: FormState
  name: string
  label: string
  hint?: ComponentChildren
  optional?: boolean | 'unsaid'
  /** Keeps ids apart when one page holds the same field twice. */
  form?: string
}

/** The ids of a field and what its control must carry for the hint and the error to be read with it. */
export function tiesOf({ state, name, hint, form }: FieldBase) {
  const id = fieldId(name, form)
  const error = errorOf(state, name)
  const described = [hint ? `${id}-aide` : '', error ? `${id}-erreur` : ''].filter(Boolean).join(' ')
  return {
    id,
    error,
    aria: {
      'aria-describedby': described === '' ? undefined : described,
      'aria-invalid': error === undefined ? undefined : ('true' as const),
    },
  }
}

function Optional({ field }: { field: FieldBase }) {
  return field.optional === true ? <span class="optional"> (facultatif)</span> : null
}

/** The hint and the error of a field, in the order they are read. */
export function FieldNotes({ field }: { field: FieldBase }) {
  const { id, error } = tiesOf(field)
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${id}-aide`}>
          {field.hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-erreur`}>
          <Icon name="circle-alert" />
          {error}
        </p>
      )}
    </>
  )
}

/** Label, hint, error, then the control. */
export function FieldFrame({ field, children }: { field: FieldBase; children: ComponentChildren }) {
  const { id, error } = tiesOf(field)
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {field.label}
        <Optional field={field} />
      </label>
      <FieldNotes field={field} />
      {children}
    </div>
  )
}

/** A question and its choices. The label is the legend. */
export function GroupFrame({ field, children }: { field: FieldBase; children: ComponentChildren }) {
  const { error, aria } = tiesOf(field)
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={aria['aria-describedby']}>
      <legend>
        {field.label}
        <Optional field={field} />
      </legend>
      <FieldNotes field={field} />
      {children}
    </fieldset>
  )
}
