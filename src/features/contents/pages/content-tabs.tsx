import { Tabs } from '#ui/tabs.tsx'
import type { KindOfContent } from '../kinds.ts'
import { KIND_TEXTS } from '../texts.ts'

export type ContentTab = 'one' | 'edit' | 'history'

type Props = {
  kind: Pick<KindOfContent, 'kind' | 'address'>
  item: string
  current: ContentTab | 'other'
  /** Sides that one kind alone has: « Auteurs ». */
  others?: readonly { href: string; text: string; current?: boolean }[]
}

/** « Voir » / « Modifier » / « Historique », for who may edit. */
export function ContentTabs({ kind, item, current, others = [] }: Props) {
  const { address } = kind
  const tabs = [
    { href: address.one({ item }), text: 'Voir', current: current === 'one' },
    { href: address.edit({ item }), text: 'Modifier', current: current === 'edit' },
    { href: address.history({ item }), text: 'Historique', current: current === 'history' },
    ...others,
  ]
  return <Tabs label={capital(KIND_TEXTS[kind.kind].one)} tabs={tabs} />
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
