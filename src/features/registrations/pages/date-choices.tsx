import { Hidden } from '#ui/field.tsx'
import { errorOf, type FormState, fieldId, typedIn } from '#ui/form-state.ts'
import { Meter } from '#ui/meter.tsx'

export type DateChoice = {
  listId: number
  text: string
  /** Where, when it is not where the event is. */
  place?: string
  cancelled: boolean
  closed: boolean
  /** Who chooses it waits. */
  full: boolean
  seats: string
  meter: { taken: number; places: number } | undefined
  /** What this page says of the date, carried by the form (F13). */
  expectation: string
}

type Props = { dates: readonly DateChoice[]; form: FormState; legend?: string }

/** The dates of an event to choose one from, with what is left on each; the first with places left is chosen beforehand. */
export function DateChoices({ dates, form, legend }: Props) {
  const error = errorOf(form, 'date')
  const chosen = typedIn(form, 'date') || String(chosenBeforehand(dates)?.listId ?? '')
  return (
    <fieldset class={error ? 'date-choices field wrong' : 'date-choices field'}>
      <legend>{legend ?? (dates.length === 1 ? 'La date' : 'Choisissez une date')}</legend>
      {error && <p class="error">{error}</p>}
      {dates.map((date, rank) => (
        <Choice key={date.listId} date={date} checked={chosen === String(date.listId)} isFirst={rank === 0} />
      ))}
      {dates.map(({ listId, closed, expectation }) =>
        closed ? null : <Hidden key={listId} name={`attendu.${listId}`} value={expectation} />,
      )}
    </fieldset>
  )
}

export const chosenBeforehand = <Choice extends Pick<DateChoice, 'closed' | 'full'>>(
  dates: readonly Choice[],
): Choice | undefined => dates.find(({ closed, full }) => !closed && !full) ?? dates.find(({ closed }) => !closed)

function Choice({ date, checked, isFirst }: { date: DateChoice; checked: boolean; isFirst: boolean }) {
  const { listId, text, place, meter, seats } = date
  return (
    <label class={date.full ? 'full' : undefined}>
      <input
        type="radio"
        name="date"
        id={isFirst ? fieldId('date') : undefined}
        value={listId}
        checked={checked}
        disabled={date.closed}
      />
      <b>{date.cancelled ? <s>{text}</s> : text}</b>
      {place && <span class="small">{place}</span>}
      <span class="small">{meter ? <Meter value={meter.taken} max={meter.places} text={seats} /> : seats}</span>
    </label>
  )
}

/** Words that depend on the date chosen in the same form: others where it is full. */
export function WordsByChoice({ free, full }: { free: string; full: string }) {
  return (
    <>
      <span class="when-free">{free}</span>
      <span class="when-full">{full}</span>
    </>
  )
}
