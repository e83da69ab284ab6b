import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FieldRow, Form } from '#ui/form.tsx'
import { filledForm } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import type { ListChoice } from '../organiser-queries.ts'
import { dateText } from '../organiser-texts.ts'
import { LIST_TEXTS } from '../texts.ts'
import { ListPeople, type ListPeopleProps } from './list-people.tsx'

export type ListsPageProps = {
  choices: readonly ListChoice[]
  asked: { event: string; date: string; list: string }
  /** The list that was asked for, with its people. */
  chosen: ListPeopleProps | undefined
  now: Instant
}

/** Event, then date, then list; « Afficher la liste », « Exporter la liste », in the manual's order. */
export function ListsPage(props: ListsPageProps) {
  const { choices, chosen } = props
  return (
    <PageFrame>
      <PageHeading title="Événements-inscriptions" />
      <SpaceTabs path={addresses.mySpace.eventRegistrations()} publishes />
      {choices.length === 0 ? <NoList /> : <Choice {...props} />}
      {chosen && <ListPeople {...chosen} />}
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

const listText = (choice: ListChoice, now: Instant, withDate: boolean): string =>
  `${LIST_TEXTS[choice.kind]} · ${plural(choice.taken, 'inscrit')}${withDate ? ` · ${dateText(choice, now)}` : ''}`

function distinct(
  choices: readonly ListChoice[],
  of: (choice: ListChoice) => [number, string],
): { value: string; text: string }[] {
  return [...new Map(choices.map(of))].map(([value, text]) => ({ value: String(value), text }))
}
