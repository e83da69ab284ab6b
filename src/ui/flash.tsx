import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type FlashProps = { tone: 'good' | 'warn' | 'bad'; text: string }
type NoticeTone = FlashProps['tone'] | 'info'

const icons: Record<NoticeTone, IconName> = {
  good: 'circle-check',
  warn: 'triangle-alert',
  bad: 'circle-alert',
  info: 'info',
}

/** What the last act did, said once on the page that follows it. */
export function Flash({ tone, text }: FlashProps) {
  return (
    <div class={`notice flash ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <p>{text}</p>
    </div>
  )
}

/** Something to know before going on: who will get which mail, what an act does to people. */
export function Notice(props: { tone?: NoticeTone; title?: string; children: ComponentChildren }) {
  const tone = props.tone ?? 'info'
  return (
    <div class={`notice ${tone}`}>
      <Icon name={icons[tone]} />
      <div class="notice-text">
        {props.title && <p class="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  )
}
