import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Look = {
  look?: 'main' | 'plain' | 'quiet' | 'danger'
  size?: 'normal' | 'slim' | 'wide'
  icon?: IconName
  children: ComponentChildren
}

function classOf({ look = 'main', size = 'normal' }: Look): string {
  return ['button', look === 'main' ? '' : look, size === 'normal' ? '' : size].filter(Boolean).join(' ')
}

export type ButtonProps = Look & {
  name?: string
  value?: string
  /** Sends the form it stands in to another address. */
  action?: string
  /** The id of the form to send, when the button stands outside of it. */
  form?: string
  disabled?: boolean
}

/** Sends its form. `name` and `value` say which button was pressed. */
export function Button(props: ButtonProps) {
  const { name, value, action, form, disabled, icon, children } = props
  return (
    <button class={classOf(props)} type="submit" {...{ name, value, formaction: action, form, disabled }}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: leads somewhere, changes nothing. */
export function ButtonLink(props: Look & { href: string; download?: boolean }) {
  return (
    <a class={classOf(props)} href={props.href} download={props.download}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  )
}
