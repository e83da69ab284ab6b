import { addresses } from '#addresses'
import { type Instant, isBefore } from '#kernel/time'
import { EmptyState } from '#ui/empty-state.tsx'
import { Band, PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import type { RegistrationDetail } from '../queries.ts'
import { OwnRegistrations } from './own-registrations.tsx'

type Props = {
  registrations: readonly RegistrationDetail[]
  now: Instant
  knowsReserved: boolean
  movable: ReadonlySet<number>
  publishes: boolean
}

/** What is to come first, then what is past. */
export function OwnRegistrationsPage({ registrations, publishes, ...shown }: Props) {
  const { now } = shown
  const toCome = registrations.filter(({ date }) => isBefore(now, date.overAt)).reverse()
  const past = registrations.filter(({ date }) => !isBefore(now, date.overAt))
  return (
    <PageFrame>
      <PageHeading title="Mes inscriptions" />
      <SpaceTabs path={addresses.mySpace.registrations()} publishes={publishes} />
      {registrations.length === 0 && (
        <EmptyState
          icon="calendar"
          title="Vous n’êtes inscrit à rien pour le moment"
          text="Choisissez un atelier ou une rencontre dans l’agenda : un clic suffit."
          action={{ href: addresses.agenda(), text: 'Voir l’agenda' }}
        />
      )}
      {toCome.length > 0 && (
        <Band title="À venir">
          <OwnRegistrations caption="Inscriptions à venir" rows={toCome} {...shown} />
        </Band>
      )}
      {past.length > 0 && (
        <Band title="Passées">
          <OwnRegistrations caption="Inscriptions passées" rows={past} {...shown} />
        </Band>
      )}
    </PageFrame>
  )
}
