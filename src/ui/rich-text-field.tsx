import { toSource } from '#kernel/rich-text/typed'
import { type FieldBase, FieldFrame, tiesOf } from './field-frame.tsx'
import { typedIn } from './form-state.ts'

export type RichTextFieldProps = FieldBase & { rows?: number; maxLength?: number }

/**
 * A text with titles, lists, links and tables. Without JavaScript it is a textarea that takes plain text, or simple HTML; the
 * island `rich-text`, which the page must name, makes an editor of it that writes into the textarea at each change.
 */
export function RichTextField(props: RichTextFieldProps) {
  const { state, name, rows = 10, maxLength } = props
  const { id, aria } = tiesOf(props)
  return (
    <FieldFrame field={props}>
      <noscript>
        <p class="hint">{WITHOUT_SCRIPT}</p>
      </noscript>
      <div class="rich-field" data-island="rich-text">
        <textarea class="input" required={!props.optional} {...{ id, name, rows, maxLength }} {...aria}>
          {`\n${sourceOf(typedIn(state, name))}`}
        </textarea>
      </div>
    </FieldFrame>
  )
}

const WITHOUT_SCRIPT =
  'Une ligne vide sépare deux paragraphes, un tiret au début de chaque ligne fait une liste. Vous pouvez aussi écrire ou coller du HTML simple : titres, listes, liens, tableaux.'

/** HTML of ours is shown a line for each block; what was typed is shown as it was typed. */
const sourceOf = (typed: string): string =>
  typed.startsWith('<') && typed.endsWith('>') && !typed.includes('\n') ? toSource(typed) : typed
