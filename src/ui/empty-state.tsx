import { ButtonLink } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

export type EmptyStateProps = {
  title: string
  /** What to do next. */
  text: string
  action?: { href: string; text: string }
  icon?: IconName
  level?: 2 | 3
}

/** Where a list would be: why there is nothing, and what to do next. */
export function EmptyState({ title, text, action, icon = 'search', level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div class="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      <p class="soft">{text}</p>
      {action && (
        <ButtonLink href={action.href} look="plain">
          {action.text}
        </ButtonLink>
      )}
    </div>
  )
}
