import { Checkboxes, Radios, Select } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { FormSection } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { HINTS } from '../authoring-texts.ts'
import { EVENT_KINDS, PROJECT_SIZES } from '../rules.ts'
import { KIND_TEXTS, KIND_WORDS, PRICE_TEXTS, PRICE_WORDS, SECTOR_TEXTS, SIZE_TEXTS, SIZE_WORDS } from '../texts.ts'

const ACCESS = [
  { value: 'public', text: 'Public', hint: 'Visible par tous.' },
  { value: 'pro', text: 'Pro', hint: 'Visible par les professionnels de l’accompagnement seulement.' },
]
const PRICES = (['free', 'paying'] as const).map((key) => ({ value: PRICE_WORDS[key], text: PRICE_TEXTS[key] }))
const KINDS = EVENT_KINDS.map((key) => ({ value: KIND_WORDS[key], text: KIND_TEXTS[key] }))
const SIZES = PROJECT_SIZES.map((key) => ({ value: SIZE_WORDS[key], text: SIZE_TEXTS[key] }))
const SECTORS = Object.entries(SECTOR_TEXTS).map(([value, text]) => ({ value, text }))

export function EventCategories({ state }: { state: FormState }) {
  return (
    <FormSection title="Catégories">
      <Radios state={state} name="acces" label="Accès" hint={HINTS.access} options={ACCESS} />
      <Radios state={state} name="tarif" label="Tarification" hint={HINTS.price} options={PRICES} />
      <Field state={state} name="precision_tarif" label="Précision sur le tarif" optional />
      <Select
        state={state}
        name="type"
        label="Type d’évènement"
        hint={HINTS.kind}
        options={KINDS}
        empty="Choisir un type"
      />
      <Checkboxes state={state} name="taille" label="Taille du projet" hint={HINTS.size} options={SIZES} optional />
      <Checkboxes
        state={state}
        name="secteur"
        label="Secteur spécifique"
        hint={HINTS.sector}
        options={SECTORS}
        optional
      />
    </FormSection>
  )
}
