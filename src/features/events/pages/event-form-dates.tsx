import type { VNode } from 'preact'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { FieldRow, FormSection } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { HINTS } from '../authoring-texts.ts'
import { rowField, rowPrefix } from '../date-fields.ts'
import { GESTURES, onRow } from '../date-gestures.ts'
import { DATE_CANCELLED } from '../texts.ts'
import { DatePlaceFields, type DatePlaceView } from './date-place-fields.tsx'
import { DateSeries, type DateSeriesView } from './date-series.tsx'

export type DateRowView = {
  row: number
  /** « Date 2 », and the day once it is known. */
  title: string
  /** The number of a date that exists. */
  id: string
  /** Which hours come twice that night. */
  asks: { start: boolean; end: boolean }
  /** Where it takes place. */
  place: DatePlaceView
  /** The places of both lists; unfolded once something is said there. */
  places: VNode
  unfolded: boolean
  /** What is said there, while it is folded. */
  note: string | undefined
  /** What saving will do to people, when the date is being removed; with all that was typed. */
  removal?: {
    text: string
    /** When people are told: the dates that they are offered instead. */
    others: readonly string[] | undefined
    typed: readonly (readonly [string, string])[]
  }
}

export type EventDatesProps = {
  state: FormState
  action: string
  rows: readonly DateRowView[]
  /** Dates that change no more. */
  settled: readonly string[]
  /** The number that the next row takes. */
  nextRow: number
  mayAdd: boolean
  series: DateSeriesView
}

const rowId = (row: number): string => `date-${row}`

export function EventDates({ state, action, rows, settled, nextRow, mayAdd, series }: EventDatesProps) {
  return (
    <FormSection title="Date" hint={HINTS.dates} id="dates">
      <p class="soft">{HINTS.registrations}</p>
      {settled.length > 0 && (
        <ul class="soft">
          {settled.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {rows.map((view) =>
        view.removal === undefined ? (
          <DateRow key={view.row} {...{ view, state, action }} />
        ) : (
          <RemovedRow key={view.row} {...{ view, action }} />
        ),
      )}
      {mayAdd && (
        <div class="row">
          <Button
            look="plain"
            size="slim"
            icon="plus"
            name="geste"
            value={GESTURES.addDate}
            action={`${action}#${rowId(nextRow)}`}
          >
            Ajouter un autre élément
          </Button>
        </div>
      )}
      {mayAdd && <DateSeries {...{ state, action }} view={series} />}
    </FormSection>
  )
}

function DateRow({ view, state, action }: { view: DateRowView; state: FormState; action: string }) {
  const { row, title, id, asks, place, places, unfolded, note } = view
  const name = (field: string) => rowField(row, field)
  return (
    <fieldset class="date-row" id={rowId(row)} tabIndex={-1}>
      <legend>{title}</legend>
      <Hidden name={name('id')} value={id} />
      <FieldRow>
        <Field state={state} name={name('jour')} label="Jour" type="date" />
        <Field state={state} name={name('debut')} label="Heure de début" type="time" />
        <Field state={state} name={name('fin')} label="Heure de fin" type="time" optional />
      </FieldRow>
      {asks.start && <Turn state={state} name={name('tour_debut')} label="Le début : première ou seconde fois ?" />}
      {asks.end && <Turn state={state} name={name('tour_fin')} label="La fin : première ou seconde fois ?" />}
      <DatePlaceFields state={state} prefix={rowPrefix(row)} action={`${action}#${rowId(row)}`} view={place} />
      <Disclosure title="INSCRIPTIONS" note={note} open={unfolded}>
        {places}
      </Disclosure>
      <RowButton look="quiet" icon="x" gesture={GESTURES.removeDate} {...{ row, action, title }}>
        Retirer
      </RowButton>
    </fieldset>
  )
}

function Turn(props: { state: FormState; name: string; label: string }) {
  const options = [
    { value: 'premiere', text: 'La première fois, à l’heure d’été' },
    { value: 'seconde', text: 'La seconde fois, à l’heure d’hiver' },
  ]
  return <Radios {...props} hint="Cette nuit-là, à 3 h l’horloge revient à 2 h." options={options} />
}

/** Before people are written to: what they will read, and where they may go instead (EVT-4). */
function Told({ others }: { others: readonly string[] }) {
  const { subject, text, button } = DATE_CANCELLED
  return (
    <>
      <p>
        Chacun recevra le message « {subject} » : « {text} Vous n’avez rien à faire. », avec le bouton « {button} ».
      </p>
      {others.length === 0 ? (
        <p>Aucune autre date n’a d’inscription en ligne : ajoutez-en une, et elle leur sera proposée.</p>
      ) : (
        <>
          <p>Dates qui leur seront proposées, selon les places :</p>
          <ul>
            {others.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function RemovedRow({ view, action }: { view: DateRowView; action: string }) {
  const { row, title, removal } = view
  return (
    <fieldset class="date-row removed" id={rowId(row)} tabIndex={-1}>
      <legend>{title}</legend>
      {removal?.typed.map(([name, value], rank) => (
        <Hidden key={rank} name={name} value={value} />
      ))}
      <p>{removal?.text}</p>
      {removal?.others && <Told others={removal.others} />}
      <RowButton look="plain" icon="rotate-ccw" gesture={GESTURES.keepDate} {...{ row, action, title }}>
        Garder cette date
      </RowButton>
    </fieldset>
  )
}

type RowButtonProps = {
  row: number
  action: string
  title: string
  gesture: string
  look: 'quiet' | 'plain'
  icon: 'x' | 'rotate-ccw'
  children: string
}

function RowButton({ row, action, title, gesture, look, icon, children }: RowButtonProps) {
  return (
    <div class="row">
      <Button
        look={look}
        size="slim"
        icon={icon}
        name="geste"
        value={onRow(gesture, row)}
        action={`${action}#${rowId(row)}`}
      >
        {children}
        <span class="unseen"> : {title}</span>
      </Button>
    </div>
  )
}
