import { CommuneField } from '#features/territory/pages/commune-field.tsx'
import { Button } from '#ui/button.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { FieldRow, FormSection } from '#ui/form.tsx'
import { errorOf, type FormState, typedIn } from '#ui/form-state.ts'
import { HINTS } from '../authoring-texts.ts'
import { GESTURES } from '../date-gestures.ts'
import { PlaceMap } from './place-map.tsx'

export type PositionProps = {
  state: FormState
  action: string
  tiles: string | undefined
  /** What « Géolocaliser » has just answered. */
  note: { tone: 'good' | 'warn' | 'info'; text: string } | undefined
  /** Shown at once after « Géolocaliser ». */
  open: boolean
}

export function EventPlace(props: PositionProps) {
  const { state } = props
  return (
    <FormSection title="Adresse" hint={HINTS.place} id="adresse">
      <Field state={state} name="lieu" label="Nom du lieu" optional />
      <Field state={state} name="rue" label="Adresse postale" optional />
      <FieldRow>
        <Field state={state} name="code_postal" label="Code postal" inputmode="numeric" width="short" />
        <CommuneField state={state} name="ville" label="Ville" />
      </FieldRow>
      <Position {...props} />
    </FormSection>
  )
}

/** The map, its position in figures, and the button under it; replaced in place by the island. */
function Position({ state, action, tiles, note, open }: PositionProps) {
  const [latitude, longitude] = [typedIn(state, 'latitude'), typedIn(state, 'longitude')]
  const isSet = latitude !== '' && longitude !== '' && errorOf(state, 'latitude') === undefined
  const point = {
    latitude: isSet ? Number(latitude) : null,
    longitude: isSet ? Number(longitude) : null,
    placeName: typedIn(state, 'lieu'),
    city: typedIn(state, 'ville'),
  }
  return (
    <div class="position" id="position" tabIndex={-1}>
      <Hidden name="adresse_situee" value={typedIn(state, 'adresse_situee')} />
      {note && (
        <Notice tone={note.tone}>
          <p role="status">{note.text}</p>
        </Notice>
      )}
      <PlaceMap event={point} tiles={tiles} editable open={open} />
      {latitude === '' && longitude === '' ? (
        <>
          <Hidden name="latitude" value="" />
          <Hidden name="longitude" value="" />
        </>
      ) : (
        <FieldRow>
          <Field state={state} name="latitude" label="Latitude" inputmode="text" width="medium" optional />
          <Field state={state} name="longitude" label="Longitude" inputmode="text" width="medium" optional />
        </FieldRow>
      )}
      <div class="row">
        <Button
          look="plain"
          size="slim"
          icon="locate-fixed"
          name="geste"
          value={GESTURES.locate}
          action={`${action}#position`}
        >
          Géolocaliser
        </Button>
        <span class="hint">{HINTS.locate}</span>
      </div>
    </div>
  )
}
