import { LongChoice, withUnknown } from '#features/structures/pages/sheet-fields.tsx'
import { Checkboxes, type Option, Radios } from '#ui/choice.tsx'
import { Field, TextArea } from '#ui/field.tsx'
import { FieldRow, FormSection } from '#ui/form.tsx'
import { chosenIn, type FormState } from '#ui/form-state.ts'
import { COST_TEXTS, modeText } from '../texts.ts'

export type ServiceOptions = Record<
  'departements' | 'kinds' | 'stages' | 'themes' | 'audiences' | 'ways',
  readonly Option[]
>

type Props = { state: FormState; options: ServiceOptions }

export function AudienceOfService({ state, options }: Props) {
  return (
    <FormSection title="Pour qui">
      <LongChoice state={state} name="publics" label="Publics" title="Publics" options={options.audiences} />
      <Field state={state} name="precision_publics" label="Précisions sur les publics" optional />
      <TextArea state={state} name="conditions" label="Conditions d’accès" rows={2} optional />
    </FormSection>
  )
}

export function CostOfService({ state }: { state: FormState }) {
  const costs = Object.entries(COST_TEXTS).map(([value, text]) => ({ value, text }))
  const modes = ['en-presentiel', 'a-distance'].map((value) => ({ value, text: modeText(value) }))
  return (
    <FormSection title="Comment, combien">
      <Radios state={state} name="cout" label="Coût" options={costs} optional />
      <Field state={state} name="precision_cout" label="Précisions sur le coût" optional />
      <Checkboxes state={state} name="modes" label="Où" options={modes} optional />
      <FieldRow>
        <Field state={state} name="semaines" label="Durée en semaines" inputmode="numeric" width="short" optional />
        <Field state={state} name="heures" label="Heures par semaine" inputmode="numeric" width="short" optional />
      </FieldRow>
    </FormSection>
  )
}

const WHO: readonly Option[] = [
  { value: 'usagers', text: 'La personne elle-même' },
  { value: 'professionnels', text: 'Un professionnel qui l’accompagne' },
]

export function HowToGetIt({ state, options }: Props) {
  return (
    <FormSection title="Comment en bénéficier">
      <Checkboxes state={state} name="mobilisation_par" label="Qui fait la demande" options={WHO} optional />
      <Checkboxes
        state={state}
        name="mobilisation"
        label="Comment la faire"
        options={withUnknown(options.ways, chosenIn(state, 'mobilisation'))}
        optional
      />
      <TextArea state={state} name="precision_mobilisation" label="Précisions sur la demande" rows={2} optional />
      <Field state={state} name="demande" label="Demande en ligne" inputmode="url" optional />
      <TextArea state={state} name="liens" label="Liens utiles" hint="Une adresse par ligne." rows={2} optional />
    </FormSection>
  )
}
