import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { type DateChoice, DateChoices, WordsByChoice } from './date-choices.tsx'

type Props = {
  title: string
  registration: { key: string }
  dates: readonly DateChoice[]
  form: FormState
  submission: string
}

/** Another date of the same event in one step: the seat moves, the former one goes to whoever waits (EVT-4). */
export function MoveForm({ title, registration: { key }, dates, form, submission }: Props) {
  return (
    <section class="section" id="autre-date">
      <h2>{title}</h2>
      {dates.length === 0 ? (
        <p class="soft">Aucune autre date de cet évènement n’est ouverte pour l’instant.</p>
      ) : (
        <Form action={addresses.registrations.move({ key })} submission={submission}>
          <ErrorSummary state={form} />
          <DateChoices dates={dates} form={form} legend="La nouvelle date" />
          <Button icon="check">
            <WordsByChoice free="Prendre cette date" full="Rejoindre la liste d’attente de cette date" />
          </Button>
        </Form>
      )}
    </section>
  )
}
