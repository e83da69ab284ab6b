import type { VNode } from 'preact'
import { addresses } from '#addresses'
import { STAGES } from '#features/services/rules.ts'
import { STAGE_TEXTS } from '#features/services/texts.ts'
import { type CommuneChoice, CommuneField } from '#features/territory/pages/commune-field.tsx'
import { SECTOR_OPTIONS } from '#features/territory/sectors.ts'
import { Button } from '#ui/button.tsx'
import { Radios, Select } from '#ui/choice.tsx'
import { Field, Hidden, TextArea } from '#ui/field.tsx'
import { type Autosave, ErrorSummary, Form, FormSection, SaveBar } from '#ui/form.tsx'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { MOST_NAME, MOST_SECTION, type Section } from '../sheet.ts'
import { CONFIDENTIAL_TEXTS, SECTION_TEXTS } from '../texts.ts'
import { ProjectFrame, type ProjectHead } from './project-frame.tsx'

export type SheetFormPageProps = {
  /** Undefined for a new project. */
  project: ProjectHead | undefined
  submission: string
  state: FormState
  communes?: readonly CommuneChoice[] | undefined
  documents: VNode
  notices: VNode | null
  autosave: Autosave
}

/** Writing a « fiche projet » (PRJ-1): nothing but its name is required. */
export function SheetFormPage(props: SheetFormPageProps) {
  const { project } = props
  if (project === undefined) {
    return (
      <PageFrame width="narrow">
        <PageHeading
          title="Écrire ma fiche projet"
          crumbs={[{ href: addresses.projects.all(), text: 'Projets' }]}
          lead="Seul le nom est demandé. Écrivez ce que vous savez, laissez le reste : rien ne presse, et tout se corrige."
        />
        <SheetForm {...props} action={addresses.projects.new()} />
      </PageFrame>
    )
  }
  return (
    <ProjectFrame project={project} current="edit" title={`Modifier : ${project.name}`} width="narrow">
      <SheetForm {...props} action={addresses.projects.edit({ project: project.id })} />
    </ProjectFrame>
  )
}

function SheetForm(props: SheetFormPageProps & { action: string }) {
  const { state, submission, action, documents, notices, autosave, communes } = props
  return (
    <>
      {notices}
      <ErrorSummary state={state} />
      <Form action={action} submission={submission} files>
        <button class="unseen" type="submit" name="geste" value="enregistrer" tabIndex={-1} aria-hidden="true">
          Enregistrer
        </button>
        <Hidden name="version" value={typedIn(state, 'version')} />
        <FormSection title="Le projet" hint={CONFIDENTIAL_TEXTS.own}>
          <Field state={state} name="nom" label="Nom du projet" maxLength={MOST_NAME} />
          <Words state={state} section="idea" />
          <Words state={state} section="activity" />
          <Select
            state={state}
            name="secteur"
            label="Secteur d’activité"
            options={SECTOR_OPTIONS}
            empty="Je ne sais pas encore"
            optional
          />
          <CommuneField
            state={state}
            name="commune"
            label="Où ?"
            hint="Une commune : son nom ou son code postal, par exemple « Roanne » ou « 42300 »."
            choices={communes}
            optional
          />
          <Radios
            state={state}
            name="etape"
            label="Où en êtes-vous ?"
            optional
            options={STAGES.map((value) => ({ value, text: STAGE_TEXTS[value] }))}
          />
        </FormSection>
        <FormSection title="Ce qu’il faut pour y arriver">
          <Words state={state} section="needs" />
          <Words state={state} section="calendar" />
          <Words state={state} section="team" />
          <Words state={state} section="budget" />
        </FormSection>
        <FormSection
          title="Documents"
          hint="Lus par les seuls professionnels que vous autorisez sur ce projet. Pas de pièce d’identité ni de données de santé."
        >
          {documents}
        </FormSection>
        <SaveBar sticky autosave={autosave}>
          <Button name="geste" value="enregistrer">
            Enregistrer
          </Button>
        </SaveBar>
      </Form>
    </>
  )
}

function Words({ state, section }: { state: FormState; section: Section }) {
  const { label, hint } = SECTION_TEXTS[section]
  return <TextArea {...{ state, label, hint }} name={section} rows={5} maxLength={MOST_SECTION} optional />
}
