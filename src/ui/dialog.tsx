import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type DialogProps = {
  id: string
  /** The words on the button that opens it. */
  opener: string
  openerIcon?: IconName
  openerLook?: 'main' | 'plain' | 'quiet' | 'danger'
  title: string
  /** Says what the act does to people, with the count, and holds the form that does it. */
  children: ComponentChildren
}

/** Asks once before an act that cannot be taken back. Opens without JavaScript: modal where the browser knows
 *  commands, a light window where it knows popovers only, in the page itself where it knows neither. */
export function Dialog({ id, opener, openerIcon, openerLook = 'plain', title, children }: DialogProps) {
  return (
    <>
      <button
        class={openerLook === 'main' ? 'button' : `button ${openerLook}`}
        type="button"
        command="show-modal"
        commandfor={id}
        popovertarget={id}
      >
        {openerIcon && <Icon name={openerIcon} />}
        {opener}
      </button>
      <dialog class="dialog" id={id} popover="auto" aria-labelledby={`${id}-titre`}>
        <div class="dialog-head">
          <h2 id={`${id}-titre`}>{title}</h2>
          <button
            class="button quiet slim"
            type="button"
            command="close"
            commandfor={id}
            popovertarget={id}
            popovertargetaction="hide"
          >
            <Icon name="x" />
            Fermer
          </button>
        </div>
        {children}
      </dialog>
    </>
  )
}

export type DisclosureProps = {
  title: string
  /** In a few words, what it holds while it is folded. */
  note?: string | undefined
  open?: boolean
  children: ComponentChildren
}

/** More for who wants it: a line that unfolds. */
export function Disclosure({ title, note, open, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open}>
      <summary>
        {note ? (
          <>
            <span>{title}</span> <span class="folded-note">{note}</span>
          </>
        ) : (
          title
        )}
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  )
}
