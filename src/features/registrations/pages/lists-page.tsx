import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { frenchRange, shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Select } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FieldRow, Form } from '#ui/form.tsx'
import { filledForm } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import { Table } from '#ui/table.tsx'
import type { ListChoice, Registrant } from '../queries.ts'
import { LIST_TEXTS, STATE_TEXTS } from '../texts.ts'
import { FailingMark } from './failing-mark.tsx'

export type ListsPageProps = {
  choices: readonly ListChoice[]
  asked: { event: string; date: string; list: string }
  list: ListChoice | undefined
  people: readonly Registrant[] | undefined
  /** Those of their addresses whose last mail came back. */
  failing: ReadonlySet<string>
  now: Instant
}

/** Event, then date, then list; « Afficher la liste », « Exporter la liste », in the manual's order. */
export function ListsPage(props: ListsPageProps) {
  const { choices, list, people } = props
  return (
    <PageFrame>
      <PageHeading title="Événements-inscriptions" />
      <SpaceTabs path={addresses.mySpace.eventRegistrations()} publishes />
      {choices.length === 0 ? <NoList /> : <Choice {...props} />}
      {list && people && <People {...props} list={list} people={people} />}
    </PageFrame>
  )
}

function NoList() {
  return (
    <EmptyState
      icon="calendar"
      title="Aucune liste d’inscription pour le moment"
      text="Ouvrez une inscription sur l’une de vos dates : il suffit d’indiquer le nombre de places."
      action={{ href: addresses.events.new(), text: 'Créer un évènement' }}
    />
  )
}

/** One step at a time without JavaScript: what is chosen narrows the next choice. */
function Choice({ choices, asked, now }: ListsPageProps) {
  const picked = choices.find(({ listId }) => String(listId) === asked.list)
  const event = asked.event || String(picked?.eventId ?? choices[0]?.eventId ?? '')
  const ofEvent = choices.filter(({ eventId }) => String(eventId) === event)
  const date = asked.date || String(picked?.dateId ?? '')
  const ofDate = ofEvent.filter(({ dateId }) => date === '' || String(dateId) === date)
  const only = ofDate.length === 1 ? ofDate[0] : undefined
  const list = ofDate.find(({ listId }) => listId === picked?.listId) ?? only
  const state = filledForm({ evenement: event, date, liste: list === undefined ? '' : String(list.listId) })
  return (
    <Form action={addresses.mySpace.eventRegistrations()} method="get" label="Choisir une liste d’inscrits">
      <FieldRow>
        <Select
          state={state}
          name="evenement"
          label="Évènement"
          optional="unsaid"
          options={distinct(choices, ({ eventId, title }) => [eventId, title])}
        />
        <Select
          state={state}
          name="date"
          label="Date"
          optional="unsaid"
          empty="Toutes les dates"
          options={distinct(ofEvent, (one) => [one.dateId, dateText(one, now)])}
        />
        <Select
          state={state}
          name="liste"
          label="Liste d’inscrits"
          optional="unsaid"
          empty="Choisir une liste"
          options={ofDate.map((one) => ({ value: String(one.listId), text: listText(one, now, date === '') }))}
        />
      </FieldRow>
      <div class="row">
        <Button icon="users">Afficher la liste</Button>
      </div>
    </Form>
  )
}

function dateText({ startsAt, endsAt, cancelledAt }: ListChoice, now: Instant): string {
  return `${frenchRange(startsAt, endsAt ?? undefined, now)}${cancelledAt === null ? '' : ' (annulée)'}`
}

const listText = (choice: ListChoice, now: Instant, withDate: boolean): string =>
  `${LIST_TEXTS[choice.kind]} · ${plural(choice.taken, 'inscrit')}${withDate ? ` · ${dateText(choice, now)}` : ''}`

function distinct(
  choices: readonly ListChoice[],
  of: (choice: ListChoice) => [number, string],
): { value: string; text: string }[] {
  return [...new Map(choices.map(of))].map(([value, text]) => ({ value: String(value), text }))
}

type PeopleProps = Pick<ListsPageProps, 'failing' | 'now'> & { list: ListChoice; people: readonly Registrant[] }

function People({ list, people, failing, now }: PeopleProps) {
  const caption = `${list.title}, ${dateText(list, now)} : ${LIST_TEXTS[list.kind].toLowerCase()}`
  return (
    <section class="section">
      <h2>
        {plural(list.taken, 'inscrit')}
        {list.places === null ? '' : ` sur ${plural(list.places, 'place')}`}
      </h2>
      <p class="soft">
        {list.waiting > 0 && `${plural(list.waiting, 'personne')} sur la liste d’attente. `}La lecture et l’export de
        cette liste sont notés dans le journal.
      </p>
      {people.length === 0 ? <p>Personne n’est encore inscrit.</p> : <PeopleTable {...{ caption, people, failing }} />}
      <div class="row">
        <ButtonLink href={addresses.mySpace.eventRegistrationsExport({ liste: list.listId })} icon="download" download>
          Exporter la liste
        </ButtonLink>
      </div>
    </section>
  )
}

function PeopleTable({ caption, people, failing }: Pick<PeopleProps, 'people' | 'failing'> & { caption: string }) {
  return (
    <Table
      caption={caption}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { title: 'Nom', heading: true, cell: ({ name }) => name },
        { title: 'Adresse e-mail', cell: ({ email }) => <Address email={email} fails={failing.has(email)} /> },
        { title: 'Téléphone', cell: ({ phone }) => phone },
        { title: 'État', cell: ({ state }) => STATE_TEXTS[state] },
        { title: 'Inscrit le', cell: ({ createdAt }) => shortDayAndHour(createdAt) },
      ]}
    />
  )
}

function Address({ email, fails }: { email: string; fails: boolean }) {
  return (
    <span>
      <a href={`mailto:${email}`}>{email}</a>
      <FailingMark when={fails} />
    </span>
  )
}
