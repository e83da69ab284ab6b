import { addresses } from '#addresses'
import { Select } from '#ui/choice.tsx'
import { type FieldBase, FieldFrame, tiesOf } from '#ui/field-frame.tsx'
import { typedIn } from '#ui/form-state.ts'
import { communeLabel } from '../rules.ts'
import { COMMUNE_HINT } from '../texts.ts'

export type CommuneChoice = { name: string; postalCodes: readonly string[] }

export type CommuneFieldProps = FieldBase & {
  /** The communes among which to choose, when what was typed was not enough. */
  choices?: readonly CommuneChoice[] | undefined
}

/**
 * A commune, typed: « Roanne (42300) », « roanne » or « 42300 ». Without JavaScript the server understands it, or asks to
 * choose; with it the island `commune` suggests names as one types. Read it with `resolveCommune`.
 */
export function CommuneField(props: CommuneFieldProps) {
  const { choices, ...field } = props
  if (choices !== undefined && choices.length > 0) {
    const options = choices.map((commune) => ({ value: communeLabel(commune), text: communeLabel(commune) }))
    return <Select {...field} options={options} empty="Choisissez une commune" />
  }
  return <TypedCommune {...field} hint={field.hint ?? COMMUNE_HINT} />
}

function TypedCommune(field: FieldBase) {
  const { id, aria } = tiesOf(field)
  return (
    <div data-island="commune" data-suggestions={addresses.communes()}>
      <FieldFrame field={field}>
        <input
          class="input"
          type="text"
          value={typedIn(field.state, field.name)}
          autoComplete="off"
          spellcheck={false}
          maxLength={100}
          required={!field.optional}
          {...{ id, name: field.name }}
          {...aria}
        />
      </FieldFrame>
    </div>
  )
}
