import type { ComponentChildren } from 'preact'
import { type FieldBase, FieldFrame, FieldNotes, GroupFrame, tiesOf } from './field-frame.tsx'
import { chosenIn, typedIn } from './form-state.ts'
import { Icon, type IconName } from './icon.tsx'

export type Option = {
  value: string
  text: string
  /** How many results it would give, beside the words. */
  count?: number
  hint?: ComponentChildren
  disabled?: boolean
  icon?: IconName
}

/** A list to unfold, for more choices than fit on a screen. `empty` is the choice of nothing. */
export function Select(props: FieldBase & { options: readonly Option[]; empty?: string; autocomplete?: string }) {
  const { state, name, empty, options, autocomplete } = props
  const { id, aria } = tiesOf(props)
  const chosen = typedIn(state, name)
  return (
    <FieldFrame field={props}>
      <select
        class="input"
        required={!props.optional}
        autoComplete={autocomplete as 'on' | undefined}
        {...{ id, name }}
        {...aria}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, text, count, disabled }) => (
          <option key={value} value={value} selected={value === chosen} disabled={disabled}>
            {count === undefined ? text : `${text} (${count})`}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** One box to tick; what it sends is `oui` unless told otherwise. */
export function Checkbox(props: FieldBase & { value?: string }) {
  const { state, name, label, value = 'oui' } = props
  const { id, error, aria } = tiesOf(props)
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <div class="choice">
        <input type="checkbox" checked={chosenIn(state, name).includes(value)} {...{ id, name, value }} {...aria} />
        <label for={id}>{label}</label>
      </div>
      <FieldNotes field={props} />
    </div>
  )
}

type GroupProps = FieldBase & {
  options: readonly Option[]
  /** `cards` for a choice that matters, with its explanations; `columns` for many short ones. */
  look?: 'list' | 'cards' | 'columns'
}

function Choices({ type, ...props }: GroupProps & { type: 'radio' | 'checkbox' }) {
  const { state, name, options, look = 'list' } = props
  const { id, aria } = tiesOf(props)
  const chosen = chosenIn(state, name)
  return (
    <GroupFrame field={props}>
      <div class={`choices ${look}`}>
        {options.map((option, rank) => (
          <Choice
            key={option.value}
            option={option}
            id={rank === 0 ? id : `${id}-${rank + 1}`}
            input={{
              type,
              name,
              checked: chosen.includes(option.value),
              'aria-invalid': type === 'checkbox' ? aria['aria-invalid'] : undefined,
            }}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

type ChoiceProps = {
  option: Option
  id: string
  input: { type: 'radio' | 'checkbox'; name: string; checked: boolean; 'aria-invalid': 'true' | undefined }
}

/** The hint stands outside the label: it is read after it, and may hold more than words. */
function Choice({ option: { value, text, count, hint, disabled, icon }, id, input }: ChoiceProps) {
  const hintId = hint ? `${id}-precision` : undefined
  return (
    <div class="choice">
      <input {...input} id={id} value={value} disabled={disabled} aria-describedby={hintId} />
      {icon && <Icon name={icon} />}
      <label for={id}>
        {text}
        {count !== undefined && <span class="count"> {count}</span>}
      </label>
      {hint && (
        <div class="choice-hint" id={hintId}>
          {hint}
        </div>
      )}
    </div>
  )
}

/** One choice among a few, all in sight. */
export function Radios(props: GroupProps) {
  return <Choices type="radio" {...props} />
}

/** As many choices as one likes. */
export function Checkboxes(props: GroupProps) {
  return <Choices type="checkbox" {...props} />
}
