import { Radios } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { FieldRow } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { HINTS } from '../authoring-texts.ts'
import { Position, type PositionProps } from './position.tsx'

export type DatePlaceView = {
  /** « Cette date a lieu ailleurs, ou en ligne », or where it does. */
  title: string
  unfolded: boolean
  position: Omit<PositionProps, 'state' | 'prefix' | 'action'>
}

const PLACES = [
  { value: '', text: 'À l’adresse de l’évènement' },
  { value: 'ailleurs', text: 'À une autre adresse' },
  { value: 'en-ligne', text: 'En ligne' },
]

type Props = { state: FormState; prefix: string; action: string; view: DatePlaceView }

/** Where one date takes place, folded as long as it is at the place of its event (EVT-2). */
export function DatePlaceFields({ state, prefix, action, view }: Props) {
  const field = (name: string, label: string) => ({ state, name: prefix + name, label })
  return (
    <Disclosure title={view.title} open={view.unfolded}>
      <div class="date-place">
        <Radios {...field('ou', 'Où cette date a-t-elle lieu ?')} options={PLACES} />
        <div class="elsewhere">
          <Field {...field('lieu', 'Nom du lieu')} optional />
          <Field {...field('rue', 'Adresse postale')} optional />
          <FieldRow>
            <Field {...field('code_postal', 'Code postal')} inputmode="numeric" width="short" />
            <Field {...field('ville', 'Ville')} />
          </FieldRow>
          <Position {...view.position} {...{ state, prefix, action }} />
        </div>
        <div class="online">
          <Field {...field('lien', 'Lien pour se connecter')} hint={HINTS.link} inputmode="url" optional />
        </div>
      </div>
    </Disclosure>
  )
}
