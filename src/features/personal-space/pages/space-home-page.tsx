import type { VNode } from 'preact'
import { addresses, itemOf } from '#addresses'
import { plural } from '#kernel/french'
import { dayBlock, frenchRange } from '#kernel/french-dates'
import { type Instant, isoWithOffset } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import { Card, CardList } from '#ui/card.tsx'
import { DayBlock } from '#ui/day-block.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/flash.tsx'
import { Icon } from '#ui/icon.tsx'
import { Band, PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import { Table } from '#ui/table.tsx'
import type { OwnContent } from '../own-content-queries.ts'
import type { Shortcuts } from '../shortcut-queries.ts'
import { ownContentColumns } from './own-content-rows.tsx'
import { EntrustedProjects, Kept, OwnProjects } from './space-shortcuts.tsx'

export type NextDate = {
  id: number
  slug: string
  title: string
  dateId: number
  startsAt: Instant
  endsAt: Instant | null
}

export type SpaceHomePageProps = {
  name: string
  path: string
  now: Instant
  /** Undefined for who does not publish. `people`: confirmed on the coming dates, by number of event. */
  publishing?: { next: readonly NextDate[]; people: ReadonlyMap<number, number>; last: readonly OwnContent[] }
  /** The block « Mes inscriptions ». */
  registrations: VNode | null
  shortcuts: Shortcuts
  /** A professional: projects may be entrusted to him. */
  advises: boolean
}

/** « Mon espace » of a creator begins with his projects, that of a professional with those entrusted to him (ESP-1, ESP-2). */
export function SpaceHomePage(props: SpaceHomePageProps) {
  const { name, path, now, publishing, registrations, shortcuts, advises } = props
  return (
    <PageFrame>
      <PageHeading title="Mon espace" lead={`Bonjour ${name}.`} />
      <SpaceTabs path={path} publishes={publishing !== undefined} />
      {shortcuts.awaitsValidation && (
        <Notice title="Votre compte professionnel attend sa validation">
          <p>Vous recevrez un mail dès que c’est fait. En attendant, vous avez les droits d’un créateur.</p>
        </Notice>
      )}
      <Kept shortcuts={shortcuts} withRegistrations={publishing !== undefined} />
      {advises ? <EntrustedProjects projects={shortcuts.entrusted} /> : <OwnProjects projects={shortcuts.own} />}
      {publishing && <LastContents {...publishing} now={now} />}
      {publishing && <OwnEvents {...publishing} now={now} />}
      {advises && shortcuts.own.length > 0 && <OwnProjects projects={shortcuts.own} />}
      {registrations ?? (publishing === undefined && <FirstSteps />)}
      <Band title="Mon profil">
        <p>
          <a href={addresses.mySpace.profile()}>Voir mon profil et me déconnecter partout</a>
        </p>
      </Band>
    </PageFrame>
  )
}

/** « Mes derniers contenus », and what begins one. */
function LastContents({ last, now }: OwnEventsProps) {
  const { contents, newContent } = addresses.mySpace
  return (
    <Band title="Mes derniers contenus" more={{ href: contents(), text: 'Voir tous mes contenus' }}>
      <p class="row">
        <ButtonLink href={newContent()} icon="plus">
          Ajouter un contenu
        </ButtonLink>
        <ButtonLink href={addresses.resources.new()} look="plain" icon="plus">
          Ajouter une ressource
        </ButtonLink>
        <ButtonLink href={addresses.events.new()} look="plain" icon="calendar-plus">
          Créer un évènement
        </ButtonLink>
      </p>
      {last.length === 0 ? (
        <p class="soft">Aucun contenu pour l’instant.</p>
      ) : (
        <Table
          caption="Mes derniers contenus"
          unseenCaption
          columns={ownContentColumns(now)}
          rows={last}
          keyOf={({ id }) => id}
        />
      )}
    </Band>
  )
}

type OwnEventsProps = NonNullable<SpaceHomePageProps['publishing']> & { now: Instant }

function OwnEvents({ next, people, now }: OwnEventsProps) {
  return (
    <Band title="Mes évènements" more={{ href: addresses.mySpace.events(), text: 'Voir tous mes évènements' }}>
      <p class="row">
        <ButtonLink href={addresses.mySpace.eventRegistrations()} look="plain" icon="users">
          Événements-inscriptions
        </ButtonLink>
        <ButtonLink href={addresses.mySpace.prescriptions()} look="plain" icon="user">
          Les personnes que j’ai inscrites
        </ButtonLink>
      </p>
      {next.length === 0 ? (
        <p class="soft">Aucune date à venir.</p>
      ) : (
        <CardList label="Mes prochaines dates">
          {next.map((date) => (
            <OwnDate key={date.dateId} date={date} people={people.get(date.id)} now={now} />
          ))}
        </CardList>
      )}
    </Band>
  )
}

function OwnDate({ date, people, now }: { date: NextDate; people: number | undefined; now: Instant }) {
  const { startsAt, endsAt, title } = date
  const aside = <DayBlock {...dayBlock(startsAt)} iso={isoWithOffset(startsAt)} />
  return (
    <Card href={addresses.events.one({ item: itemOf(date) })} title={title} aside={aside}>
      <p class="fact">
        <Icon name="clock" />
        {frenchRange(startsAt, endsAt ?? undefined, now)}
      </p>
      {people !== undefined && (
        <p class="fact">
          <Icon name="users" />
          {plural(people, 'inscrit')} sur ses dates à venir
        </p>
      )}
    </Card>
  )
}

function FirstSteps() {
  return (
    <EmptyState
      title="Rien de prévu pour l’instant"
      text="Ateliers, permanences, formations : les prochains rendez-vous sont dans l’agenda."
      action={{ href: addresses.agenda(), text: 'Voir l’agenda' }}
      icon="calendar"
    />
  )
}
