import { type FieldBase, FieldFrame, tiesOf } from './field-frame.tsx'
import { typedIn } from './form-state.ts'

export type FieldProps = FieldBase & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'date' | 'time' | 'search' | 'number'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'url' | 'search'
  maxLength?: number
  spellcheck?: boolean
  /** The id of a `<datalist>`, or of a list that an island fills. */
  list?: string
  /** As wide as what is expected: a number of places, a post code, a whole line. */
  width?: 'short' | 'medium' | 'full'
  disabled?: boolean
  /** Where one begins, in a window that opens over the page. */
  first?: boolean
}

/** One line of text. A password is never written back. */
export function Field(props: FieldProps) {
  const { state, name, type = 'text', width = 'full', autocomplete, inputmode, maxLength, list, spellcheck } = props
  const { id, aria } = tiesOf(props)
  return (
    <FieldFrame field={props}>
      <input
        class={width === 'full' ? 'input' : `input ${width}`}
        type={type as 'text'}
        value={type === 'password' ? undefined : typedIn(state, name)}
        autoComplete={autocomplete as 'on' | undefined}
        inputMode={inputmode}
        required={!props.optional}
        disabled={props.disabled}
        {...{ id, name, maxLength, list, spellcheck }}
        {...(props.first ? { autofocus: true } : {})}
        {...aria}
      />
    </FieldFrame>
  )
}

/** Several lines of text; blank lines make paragraphs. */
export function TextArea(props: FieldBase & { rows?: number; maxLength?: number }) {
  const { state, name, rows = 4, maxLength } = props
  const { id, aria } = tiesOf(props)
  return (
    <FieldFrame field={props}>
      <textarea class="input" required={!props.optional} {...{ id, name, rows, maxLength }} {...aria}>
        {wholeText(typedIn(state, name))}
      </textarea>
    </FieldFrame>
  )
}

/** HTML drops the first line break of a textarea: one more keeps the one that was typed. */
function wholeText(text: string): string {
  return text.startsWith('\n') || text.startsWith('\r\n') ? `\n${text}` : text
}

/** Carried along, not shown. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}
