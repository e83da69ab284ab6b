import { Button } from '#ui/button.tsx'
import { Checkbox, Checkboxes, type Option, Select } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { FieldRow } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { HINTS, RHYTHM_TEXTS } from '../authoring-texts.ts'
import { GESTURES } from '../date-gestures.ts'
import { seriesField } from '../series-fields.ts'

export type DateSeriesView = {
  unfolded: boolean
  /** The dates that were foreseen, to be ticked; undefined before. */
  foreseen: ForeseenView | undefined
}

type ForeseenView = {
  /** What the dates were foreseen from. */
  series: string
  options: readonly Option[]
  /** Days left aside, each with its reason, and how many more the form takes. */
  notes: readonly string[]
}

type Props = { state: FormState; action: string; view: DateSeriesView }

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].map((text, rank) => ({
  value: String(rank + 1),
  text,
}))
const RHYTHM_OPTIONS = Object.entries(RHYTHM_TEXTS).map(([value, text]) => ({ value, text }))

/** « Prévoir des dates régulières »: a rhythm, then its dates to look through before they are rows of the form (EVT-2). */
export function DateSeries({ state, action, view }: Props) {
  const field = (name: string, label: string) => ({ state, name: seriesField(name), label })
  return (
    <Disclosure title="Prévoir des dates régulières" open={view.unfolded}>
      <div class="series" id="serie" tabIndex={-1}>
        <p class="hint">{HINTS.series}</p>
        <FieldRow>
          <Select {...field('rythme', 'Rythme')} options={RHYTHM_OPTIONS} />
          <Select {...field('jour', 'Jour de la semaine')} options={WEEKDAYS} />
        </FieldRow>
        <FieldRow>
          <Field {...field('debut', 'Heure de début de chaque date')} type="time" optional="unsaid" />
          <Field {...field('fin', 'Heure de fin de chaque date')} type="time" optional />
        </FieldRow>
        <FieldRow>
          <Field {...field('du', 'Du')} type="date" optional="unsaid" />
          <Field {...field('au', 'Au')} type="date" optional="unsaid" />
        </FieldRow>
        <Checkbox {...field('feries', 'Sauf les jours fériés')} optional="unsaid" />
        <div class="row">
          <Button
            look="plain"
            size="slim"
            icon="calendar"
            name="geste"
            value={GESTURES.foresee}
            action={`${action}#serie`}
          >
            Prévoir les dates
          </Button>
        </div>
        {view.foreseen && <Foreseen {...{ state, action }} foreseen={view.foreseen} />}
      </div>
    </Disclosure>
  )
}

function Foreseen({ state, action, foreseen }: Omit<Props, 'view'> & { foreseen: ForeseenView }) {
  const { series, options, notes } = foreseen
  return (
    <>
      <Hidden name={seriesField('prevu')} value={series} />
      {options.length > 0 && (
        <Checkboxes
          {...{ state, options }}
          name={seriesField('dates')}
          label="Dates prévues"
          hint={HINTS.foreseen}
          look="columns"
          optional="unsaid"
        />
      )}
      {notes.map((note) => (
        <p key={note} role="status">
          {note}
        </p>
      ))}
      {options.some(({ disabled }) => !disabled) && (
        <div class="row">
          <Button size="slim" icon="plus" name="geste" value={GESTURES.addSeries} action={`${action}#dates`}>
            Ajouter ces dates
          </Button>
        </div>
      )}
    </>
  )
}
