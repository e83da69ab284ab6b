import { SIZE_TEXTS, SIZE_WORDS } from '#features/events/texts.ts'
import { stageWord } from '#features/services/listing-rules.ts'
import { STAGES } from '#features/services/rules.ts'
import { STAGE_TEXTS } from '#features/services/texts.ts'
import type { CommuneChoice } from '#features/territory/pages/commune-field.tsx'
import { CommuneField } from '#features/territory/pages/commune-field.tsx'
import { Checkbox, Checkboxes, type Option, Radios, Select } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import type { FormState } from '#ui/form-state.ts'
import { MOMENTS, PERIODS, type Period } from '../criteria.ts'
import { NEEDS } from '../needs.ts'
import { SECTOR_CHOICES } from '../sectors.ts'
import { SITUATIONS } from '../situations.ts'
import type { Step } from '../steps.ts'
import { MOMENT_TEXTS, NEED_TEXTS, PERIOD_TEXTS, QUESTIONS, REMOTE_TEXTS, SITUATION_TEXTS } from '../texts.ts'

export type FieldsProps = { state: FormState; communes: readonly CommuneChoice[] | undefined }

const STAGE_OPTIONS: Option[] = STAGES.map((stage) => ({ value: stageWord(stage), text: STAGE_TEXTS[stage] }))
const NEED_OPTIONS: Option[] = NEEDS.map((need) => ({ value: need, text: NEED_TEXTS[need] }))
const SITUATION_OPTIONS: Option[] = SITUATIONS.map((value) => ({ value, text: SITUATION_TEXTS[value] }))
const MOMENT_OPTIONS: Option[] = MOMENTS.map((value) => ({ value, text: MOMENT_TEXTS[value] }))
const PERIOD_OPTIONS: Option[] = (Object.keys(PERIODS) as Period[]).map((value) => ({
  value,
  text: PERIOD_TEXTS[value],
}))
const SIZE_OPTIONS: Option[] = [
  { value: SIZE_WORDS.alone, text: SIZE_TEXTS.alone },
  { value: SIZE_WORDS.larger, text: SIZE_TEXTS.larger },
]
const REMOTE_OPTIONS: Option[] = [
  { value: 'oui', text: REMOTE_TEXTS.yes },
  { value: 'non', text: REMOTE_TEXTS.no },
]

const optional = { optional: 'unsaid' } as const

/** The fields of one question. */
export function StepFields({ step, ...props }: FieldsProps & { step: Step }) {
  const Fields = FIELDS[step]
  return <Fields {...props} />
}

function PlaceFields({ state, communes }: FieldsProps) {
  return (
    <>
      <CommuneField state={state} name="commune" label="Votre commune" choices={communes} {...optional} />
      <Select
        {...{ state, ...optional }}
        name="distance"
        label="À distance"
        options={REMOTE_OPTIONS}
        empty="Sur place ou à distance"
      />
    </>
  )
}

const StageFields = ({ state }: FieldsProps) => (
  <Radios {...{ state, ...optional }} name="etape" label={QUESTIONS.etape} options={STAGE_OPTIONS} />
)

const NeedFields = ({ state }: FieldsProps) => (
  <Checkboxes {...{ state, ...optional }} name="besoin" label="Vos besoins" options={NEED_OPTIONS} look="columns" />
)

function ProjectFields({ state }: FieldsProps) {
  return (
    <>
      <Field
        {...{ state, ...optional }}
        name="activite"
        label="Votre activité, en quelques mots"
        hint="Par exemple « boulangerie », « coiffure à domicile »."
        maxLength={100}
      />
      <Select
        {...{ state, ...optional }}
        name="secteur"
        label="Secteur"
        options={SECTOR_CHOICES}
        empty="Tous les secteurs"
      />
      <Select
        {...{ state, ...optional }}
        name="taille"
        label="Seul ou à plusieurs"
        options={SIZE_OPTIONS}
        empty="Je ne sais pas encore"
      />
    </>
  )
}

const SituationFields = ({ state }: FieldsProps) => (
  <Checkboxes
    {...{ state, ...optional }}
    name="situation"
    label="Votre situation"
    hint="Certaines aides sont réservées : dites ce qui vous concerne, ou passez."
    options={SITUATION_OPTIONS}
    look="columns"
  />
)

function TimeFields({ state }: FieldsProps) {
  return (
    <>
      <Select {...{ state, ...optional }} name="quand" label="Période" options={PERIOD_OPTIONS} empty="À tout moment" />
      <Field {...{ state, ...optional }} name="du" label="À partir du" type="date" width="medium" />
      <Select
        {...{ state, ...optional }}
        name="moment"
        label="Disponible"
        options={MOMENT_OPTIONS}
        empty="En journée ou le soir"
      />
      <Checkbox {...{ state, ...optional }} name="gratuit" label="Gratuit seulement" />
    </>
  )
}

const FIELDS: Record<Step, (props: FieldsProps) => preact.JSX.Element> = {
  lieu: PlaceFields,
  etape: StageFields,
  besoins: NeedFields,
  projet: ProjectFields,
  situation: SituationFields,
  quand: TimeFields,
}
