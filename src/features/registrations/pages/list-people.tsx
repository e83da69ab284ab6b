import { addresses, itemOf } from '#addresses'
import { formatNumber, plural } from '#kernel/french'
import { shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { ERASED_NAME, PRESENCE_TEXTS } from '../column-texts.ts'
import type { ListReading } from '../organiser-log-queries.ts'
import type { ListChoice, Registrant } from '../organiser-queries.ts'
import { dateText, readingText } from '../organiser-texts.ts'
import { decideCancellation } from '../rules.ts'
import { LIST_TEXTS, STATE_TEXTS } from '../texts.ts'
import { FailingMark } from './failing-mark.tsx'
import { ListExport } from './list-export.tsx'

export type ListPeopleProps = {
  list: ListChoice
  people: readonly Registrant[]
  /** More than a page shows. */
  isCut: boolean
  /** Those of their addresses whose last mail came back. */
  failing: ReadonlySet<string>
  readings: readonly ListReading[]
  now: Instant
}

/** One list: who is on it, what can be done with them, who looked at it before. */
export function ListPeople(props: ListPeopleProps) {
  const { list, people, isCut, readings } = props
  const waiting = list.waiting > 0 ? `${plural(list.waiting, 'personne')} sur la liste d’attente. ` : ''
  return (
    <section class="section" id="liste">
      <h2>
        {plural(list.taken, 'inscrit')}
        {list.places === null ? '' : ` sur ${plural(list.places, 'place')}`}
      </h2>
      <p class="soft">
        {waiting}La lecture et l’export de cette liste sont notés dans le journal.
        {isCut &&
          ` Les ${formatNumber(people.length)} premières personnes sont affichées : l’export les contient toutes.`}
      </p>
      <Acts list={list} />
      {people.length === 0 ? <p>Personne n’est encore inscrit.</p> : <PeopleTable {...props} />}
      <ListExport listId={list.listId} />
      <Readings readings={readings} />
    </section>
  )
}

function Acts({ list }: { list: ListChoice }) {
  const { registrants, events } = addresses
  const of = { date: list.dateId }
  return (
    <div class="row">
      <ButtonLink href={registrants.sheet(of)} look="plain" size="slim" icon="printer">
        Feuille d’émargement
      </ButtonLink>
      <ButtonLink href={registrants.presences(of)} look="plain" size="slim" icon="check">
        Noter les présences
      </ButtonLink>
      <ButtonLink href={registrants.message(of)} look="plain" size="slim" icon="mail">
        Écrire aux inscrits
      </ButtonLink>
      <ButtonLink href={registrants.places(of)} look="plain" size="slim" icon="users">
        Déplacer des places
      </ButtonLink>
      <a href={events.one({ item: itemOf({ id: list.eventId, slug: list.slug }) })}>Voir l’évènement</a>
    </div>
  )
}

function PeopleTable({ list, people, failing, now }: ListPeopleProps) {
  const isPrescribed = list.kind === 'prescription'
  const isMarked = people.some(({ presence }) => presence !== null)
  const columns: (Column<Registrant> | false)[] = [
    { title: 'Nom', heading: true, cell: ({ name }) => name || ERASED_NAME },
    { title: 'Adresse e-mail', cell: ({ email }) => <Address email={email} fails={failing.has(email)} /> },
    { title: 'Téléphone', cell: ({ phone }) => phone },
    { title: 'État', cell: ({ state }) => STATE_TEXTS[state] },
    isMarked && { title: 'Présence', cell: ({ presence }) => (presence === null ? '' : PRESENCE_TEXTS[presence]) },
    isPrescribed && { title: 'Inscrit par', cell: ({ prescriber }) => prescriber ?? 'un professionnel' },
    { title: 'Inscrit le', cell: ({ createdAt }) => shortDayAndHour(createdAt) },
    { title: 'Action', cell: (one) => <Removal {...{ list, one, now }} /> },
  ]
  return (
    <Table
      caption={`${list.title}, ${dateText(list, now)} : ${LIST_TEXTS[list.kind].toLowerCase()}`}
      rows={people}
      keyOf={({ id }) => id}
      columns={columns.filter((column) => column !== false)}
    />
  )
}

function Address({ email, fails }: { email: string; fails: boolean }) {
  if (email === '') return null
  return (
    <>
      <a href={`mailto:${email}`}>{email}</a>
      <FailingMark when={fails} />
    </>
  )
}

function Removal({ list, one, now }: { list: ListChoice; one: Registrant; now: Instant }) {
  if (decideCancellation(list, one.state, now).kind === 'refused') return null
  return (
    <a href={addresses.registrants.removal({ liste: list.listId, inscription: one.id })}>
      Retirer<span class="unseen"> {one.name}</span>
    </a>
  )
}

function Readings({ readings }: { readings: readonly ListReading[] }) {
  if (readings.length === 0) return null
  return (
    <>
      <h3>Dernières consultations</h3>
      <ul class="small">
        {readings.map((reading) => (
          <li key={reading.id}>
            {shortDayAndHour(reading.at)}, {reading.who ?? 'un compte supprimé'} : {readingText(reading)}
          </li>
        ))}
      </ul>
    </>
  )
}
