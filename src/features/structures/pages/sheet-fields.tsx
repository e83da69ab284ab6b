// The fields that the forms of a structure and of a service share.
import { CommuneField } from '#features/territory/pages/commune-field.tsx'
import { Checkboxes, type Option } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Field, TextArea } from '#ui/field.tsx'
import { FieldRow, FormSection } from '#ui/form.tsx'
import { chosenIn, type FormState } from '#ui/form-state.ts'

type Props = { state: FormState }

export function PlaceFields({ state, hint }: Props & { hint: string }) {
  return (
    <FormSection title="Adresse" hint={hint}>
      <Field state={state} name="rue" label="Adresse postale" optional maxLength={250} />
      <Field state={state} name="complement" label="Complément d’adresse" optional maxLength={250} />
      <FieldRow>
        <Field state={state} name="code_postal" label="Code postal" inputmode="numeric" width="short" optional />
        <CommuneField state={state} name="ville" label="Ville" optional />
      </FieldRow>
    </FormSection>
  )
}

export function ContactFields({ state }: Props) {
  return (
    <>
      <Field state={state} name="telephone" label="Téléphone" type="tel" width="medium" optional />
      <Field state={state} name="courriel" label="Adresse e-mail" type="email" optional />
      <TextArea
        state={state}
        name="horaires"
        label="Horaires d’ouverture"
        hint="Une ligne par jour ou par plage. Exemple : Lundi – vendredi : 9 h – 12 h, 14 h – 17 h"
        rows={3}
        optional
      />
    </>
  )
}

export function Departements({ state, options, what }: Props & { options: readonly Option[]; what: string }) {
  return (
    <Checkboxes
      state={state}
      name="departements"
      label="Départements"
      hint={`Cochez les départements concernés uniquement si ${what} concerne spécifiquement ceux indiqués.`}
      options={options}
      look="columns"
      optional
    />
  )
}

type ListProps = Props & { name: string; label: string; title: string; options: readonly Option[] }

/** The choices, and the codes without words that an import brought: a form that hid them would lose them. */
export function withUnknown(options: readonly Option[], chosen: readonly string[]): Option[] {
  const unknown = chosen.filter((code) => !options.some(({ value }) => value === code))
  return [...options, ...unknown.map((value) => ({ value, text: value }))]
}

/** A long list of choices, folded. */
export function LongChoice({ state, name, label, title, options }: ListProps) {
  const chosen = chosenIn(state, name)
  const all = withUnknown(options, chosen)
  return (
    <Disclosure
      title={chosen.length === 0 ? title : `${title} (${chosen.length})`}
      open={state.errors[name] !== undefined}
    >
      <Checkboxes state={state} name={name} label={label} options={all} look="columns" optional />
    </Disclosure>
  )
}
