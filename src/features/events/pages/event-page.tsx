import type { VNode } from 'preact'
import { addresses, itemOf } from '#addresses'
import { frenchRange } from '#kernel/french-dates'
import { type Instant, isoWithOffset } from '#kernel/time'
import { Chip } from '#ui/chip.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { PageFrame, Panel, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { RichText } from '#ui/rich-text.tsx'
import { ONLINE_TEXT, placeText, placeTextOfDate } from '../place-text.ts'
import type { EventPageFacts } from '../queries.ts'
import { type DateStatus, dateStatus } from '../rules.ts'
import type { DateShown } from '../slots.ts'
import { KIND_TEXTS, SECTOR_TEXTS, SIZE_TEXTS } from '../texts.ts'

export type EventPageProps = {
  facts: EventPageFacts
  now: Instant
  /** The block « Inscription », null where no list exists. */
  registration: VNode | null
  map: VNode | null
  image: VNode | null
  /** « Fichiers attachés » that this reader may have. */
  attached: VNode
  /** « Voir », « Modifier », « Historique », for those who write it. */
  tabs: VNode | null
  foot?: VNode | null | undefined
}

export function EventPage(props: EventPageProps) {
  const { facts, now, registration, map } = props
  return (
    <PageFrame>
      {props.tabs}
      <PageHeading
        title={facts.title}
        crumbs={[{ href: addresses.agenda(), text: 'Agenda' }]}
        chips={<Categories facts={facts} />}
        lead={facts.summary}
      />
      <TwoColumns sideAt="early" side={registration ?? <DatesPanel facts={facts} now={now} />}>
        {props.image}
        <RichText format={facts.presentationFormat} value={facts.presentation} />
        {props.attached}
        {registration && <DateList title="Dates" facts={facts} now={now} />}
        <h2>Lieu</h2>
        <p>{whereText(facts, now)}</p>
        {map}
        <h2>Contact</h2>
        <Contact facts={facts} />
        {props.foot}
      </TwoColumns>
    </PageFrame>
  )
}

function Categories({ facts }: { facts: EventPageFacts }) {
  const { event, rights } = facts
  return (
    <>
      {rights.state === 'draft' && <Chip tone="sun">Brouillon</Chip>}
      {rights.access === 'pro' && <Chip tone="brick">Réservé aux professionnels</Chip>}
      <Chip>{KIND_TEXTS[event.kind]}</Chip>
      <Chip>{event.paying ? 'Payant' : 'Gratuit'}</Chip>
      {event.projectSizes.map((size) => (
        <Chip key={size}>{SIZE_TEXTS[size]}</Chip>
      ))}
      {event.forSocialEconomy && <Chip>{SECTOR_TEXTS.ess}</Chip>}
      {event.forInnovation && <Chip>{SECTOR_TEXTS.innovation}</Chip>}
    </>
  )
}

function DatesPanel({ facts, now }: { facts: EventPageFacts; now: Instant }) {
  return (
    <Panel title="Dates" sticky>
      <DateList facts={facts} now={now} />
      <p class="soft small">Pas d’inscription en ligne : contactez l’organisateur pour en savoir plus.</p>
    </Panel>
  )
}

const STATUS_TEXTS: Record<DateStatus, string> = {
  coming: '',
  running: 'en ce moment',
  over: 'passée',
  cancelled: 'annulée par l’organisateur',
}

function DateList({ title, facts, now }: { title?: string; facts: EventPageFacts; now: Instant }) {
  const shown = datesWorthShowing(facts.dates, now)
  return (
    <>
      {title && <h2>{title}</h2>}
      {shown.length === 0 && <p>Plus de date à venir.</p>}
      <ul class="dates-list">
        {shown.map((date) => (
          <DateLine key={date.id} {...{ date, facts, now }} />
        ))}
      </ul>
    </>
  )
}

/** Where it takes place is said of a date that is not where its event is. */
function DateLine({ date, facts, now }: { date: DateShown; facts: EventPageFacts; now: Instant }) {
  const item = itemOf(facts)
  const isElsewhere = date.online || date.ownPlace
  const status = dateStatus(date, now)
  const text = frenchRange(date.startsAt, date.endsAt ?? undefined, now)
  return (
    <li>
      <time dateTime={isoWithOffset(date.startsAt)}>{status === 'cancelled' ? <s>{text}</s> : text}</time>
      {isElsewhere && <span> · {placeTextOfDate(facts.event, date)}</span>}
      {STATUS_TEXTS[status] && <span class="soft"> · {STATUS_TEXTS[status]}</span>}
      {status === 'coming' && (
        <>
          {' · '}
          <a href={addresses.events.dateCalendar({ item, date: date.id })} download>
            Ajouter à mon agenda<span class="unseen"> : {text}</span>
          </a>
        </>
      )}
    </li>
  )
}

/** Dates to come and cancelled ones; when all is over, the last one. */
export function datesWorthShowing(dates: readonly DateShown[], now: Instant): DateShown[] {
  const toCome = dates.filter((date) => dateStatus({ ...date, cancelledAt: null }, now) !== 'over')
  return toCome.length > 0 ? toCome : dates.slice(-1)
}

/** The place of the event; when none of its dates is held there, that is said of each of them. */
function whereText({ event, dates }: EventPageFacts, now: Instant): string {
  const shown = datesWorthShowing(dates, now)
  if (shown.length > 0 && shown.every(({ online }) => online)) return `${ONLINE_TEXT} : le lien est donné aux inscrits.`
  const isElsewhere = shown.length > 0 && shown.every(({ online, ownPlace }) => online || ownPlace)
  return placeText(event) || (isElsewhere ? 'Selon la date : voyez ci-dessus.' : 'Le lieu sera précisé.')
}

function Contact({ facts }: { facts: EventPageFacts }) {
  const { event, organiser } = facts
  const rows: Fact[] = [
    {
      term: 'Organisateur',
      icon: 'building-2',
      detail: organiser && <a href={addresses.structures.one({ item: itemOf(organiser) })}>{organiser.title}</a>,
    },
    { term: 'Interlocuteur', icon: 'user', detail: event.contactName },
    {
      term: 'Téléphone',
      icon: 'phone',
      detail: event.contactPhone && (
        <a href={`tel:${event.contactPhone.replace(/[^+\d]/g, '')}`}>{event.contactPhone}</a>
      ),
    },
    {
      term: 'E-mail',
      icon: 'mail',
      detail: event.contactEmail && <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>,
    },
    {
      term: 'Page Facebook',
      icon: 'external-link',
      detail: event.facebook && (
        <a href={event.facebook} rel="noopener nofollow">
          {hostOf(event.facebook)}
        </a>
      ),
    },
    {
      term: 'Site internet',
      icon: 'globe',
      detail: event.website && (
        <a href={event.website} rel="noopener nofollow">
          {hostOf(event.website)}
        </a>
      ),
    },
    { term: 'Tarif', icon: 'euro', detail: event.priceNote },
  ]
  return <Facts facts={rows} />
}

const hostOf = (address: string): string => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
