import { Button } from '#ui/button.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { FieldRow } from '#ui/form.tsx'
import { errorOf, type FormState, typedIn } from '#ui/form-state.ts'
import { HINTS } from '../authoring-texts.ts'
import { PlaceMap } from './place-map.tsx'

export type PositionProps = {
  state: FormState
  /** What begins the names of its fields: nothing for the event, `date.3.` for one of its dates. */
  prefix: string
  /** Where « Géolocaliser » leads, and what it asks. */
  action: string
  gesture: string
  tiles: string | undefined
  /** What « Géolocaliser » has just answered. */
  note: { tone: 'good' | 'warn' | 'info'; text: string } | undefined
  /** Shown at once after « Géolocaliser ». */
  open: boolean
}

/** The map of an address, its position in figures, and the button under it. */
export function Position({ state, prefix, action, gesture, tiles, note, open }: PositionProps) {
  const typed = (name: string) => typedIn(state, prefix + name)
  const [latitude, longitude] = [typed('latitude'), typed('longitude')]
  const isSet = latitude !== '' && longitude !== '' && errorOf(state, `${prefix}latitude`) === undefined
  const point = {
    latitude: isSet ? Number(latitude) : null,
    longitude: isSet ? Number(longitude) : null,
    placeName: typed('lieu'),
    city: typed('ville'),
  }
  return (
    <div class="position" id={`${prefix}position`.replaceAll('.', '-')} tabIndex={-1}>
      <Hidden name={`${prefix}adresse_situee`} value={typed('adresse_situee')} />
      {note && (
        <Notice tone={note.tone}>
          <p role="status">{note.text}</p>
        </Notice>
      )}
      <PlaceMap event={point} tiles={tiles} fields={prefix} open={open} />
      {latitude === '' && longitude === '' ? (
        <>
          <Hidden name={`${prefix}latitude`} value="" />
          <Hidden name={`${prefix}longitude`} value="" />
        </>
      ) : (
        <FieldRow>
          <Field state={state} name={`${prefix}latitude`} label="Latitude" width="medium" optional />
          <Field state={state} name={`${prefix}longitude`} label="Longitude" width="medium" optional />
        </FieldRow>
      )}
      <div class="row">
        <Button look="plain" size="slim" icon="locate-fixed" name="geste" value={gesture} action={action}>
          Géolocaliser
        </Button>
        <span class="hint">{HINTS.locate}</span>
      </div>
    </div>
  )
}
