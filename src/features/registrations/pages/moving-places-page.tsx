import { addresses } from '#addresses'
import { formatNumber, plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { ListChoice } from '../organiser-queries.ts'
import { dateText } from '../organiser-texts.ts'
import { freePlaces } from '../rules.ts'
import { LIST_TEXTS } from '../texts.ts'

export type MovingPlacesProps = {
  lists: readonly [ListChoice, ...ListChoice[]]
  state: FormState
  submission: string
  now: Instant
}

export function MovingPlacesPage({ lists, state, submission, now }: MovingPlacesProps) {
  const [{ title, dateId, listId }] = lists
  const mayMove = lists.length === 2 && lists.every(({ places }) => places !== null)
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Déplacer des places"
        crumbs={[{ href: addresses.mySpace.eventRegistrations({ liste: listId }), text: 'Événements-inscriptions' }]}
        lead={`${title}, ${dateText(lists[0], now)}`}
      />
      <ErrorSummary state={state} />
      {mayMove ? (
        <Form action={addresses.registrants.places({ date: dateId })} submission={submission}>
          <Radios
            state={state}
            name="depuis"
            label="Quelle liste donne des places à l’autre ?"
            options={lists.map((list) => ({ value: list.kind, text: LIST_TEXTS[list.kind], hint: standing(list) }))}
          />
          <Field state={state} name="places" label="Nombre de places à déplacer" inputmode="numeric" width="short" />
          <SaveBar>
            <Button>Déplacer les places</Button>
          </SaveBar>
          <p class="soft">Ceux qui attendent sur la liste qui reçoit passent tout de suite, et un mail les prévient.</p>
        </Form>
      ) : (
        <EmptyState
          icon="users"
          title="Il n’y a pas de places à déplacer"
          text="Il faut deux listes sur cette date, chacune avec un nombre de places : elles s’ouvrent dans la page « Modifier » de l’évènement, sous INSCRIPTIONS."
          action={{ href: addresses.mySpace.eventRegistrations({ liste: listId }), text: 'Revenir à la liste' }}
        />
      )}
    </PageFrame>
  )
}

/** « 10 places, 8 prises, 2 libres ; 3 personnes attendent » */
function standing(list: ListChoice): string {
  const { places, taken, waiting } = list
  const free = freePlaces(list)
  const seats = `${plural(places ?? 0, 'place')}, ${plural(taken, 'prise')}, ${plural(free, 'libre')}`
  return waiting === 0 ? seats : `${seats} ; ${formatNumber(waiting)} en attente`
}
