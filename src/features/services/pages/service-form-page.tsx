import type { VNode } from 'preact'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { SavedByOther, type SavedByOtherProps } from '#features/contents/pages/saved-by-other.tsx'
import { ContactFields, Departements, LongChoice, PlaceFields } from '#features/structures/pages/sheet-fields.tsx'
import { Button } from '#ui/button.tsx'
import { type Option, Select } from '#ui/choice.tsx'
import { Field, Hidden, TextArea } from '#ui/field.tsx'
import { type Autosave, ErrorSummary, Form, FormSection, SaveBar } from '#ui/form.tsx'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { AudienceOfService, CostOfService, HowToGetIt, type ServiceOptions } from './service-form-parts.tsx'

export type ServiceFormProps = {
  title: string
  action: string
  submission: string
  state: FormState
  options: ServiceOptions
  structures: readonly Option[]
  files: { image: VNode; attached: VNode }
  kind: Pick<KindOfContent, 'kind' | 'address'>
  item: string | undefined
  isDraft: boolean
  standing?: VNode
  /** What was begun earlier, and what keeps the form while it is typed. */
  draft: { notice: VNode; autosave: Autosave }
  savedByOther?: SavedByOtherProps
}

/** The form of a service (STR-4, STR-6): what is saved is public at once. */
export function ServiceFormPage(props: ServiceFormProps) {
  const { title, action, submission, state, item, kind, savedByOther, options } = props
  return (
    <PageFrame width="narrow">
      {item !== undefined && <ContentTabs kind={kind} item={item} current="edit" />}
      <PageHeading title={title} lead="Les contenus mis à jour sont publiés immédiatement sur le site." />
      {props.standing}
      {props.draft.notice}
      {savedByOther && <SavedByOther {...savedByOther} />}
      <ErrorSummary state={state} />
      <Form action={action} submission={submission} files>
        <Hidden name="version" value={typedIn(state, 'version')} />
        <Essentials {...props} />
        <AudienceOfService state={state} options={options} />
        <CostOfService state={state} />
        <HowToGetIt state={state} options={options} />
        <PlaceFields state={state} hint="Si le service a lieu ailleurs que dans les locaux de la structure." />
        <FormSection title="Contact" hint="Laissez vide pour reprendre ceux de la structure.">
          <ContactFields state={state} />
        </FormSection>
        <FormSection title="Image et fichiers">
          {props.files.image}
          {props.files.attached}
        </FormSection>
        <SaveBar sticky autosave={props.draft.autosave}>
          <Button name="geste" value="enregistrer" icon="check">
            Enregistrer
          </Button>
          {props.isDraft && (
            <Button name="geste" value="brouillon" look="plain">
              Garder comme brouillon
            </Button>
          )}
        </SaveBar>
      </Form>
    </PageFrame>
  )
}

function Essentials({ state, options, structures }: ServiceFormProps) {
  return (
    <FormSection title="L’essentiel">
      <Field state={state} name="titre" label="Titre du service" maxLength={250} />
      <Select
        state={state}
        name="structure"
        label="Structure"
        hint="Un service est toujours rattaché à une structure : ses auteurs le tiennent à jour."
        options={structures}
        empty={structures.length === 1 ? undefined : 'Choisissez la structure'}
      />
      <TextArea state={state} name="resume" label="Présentation synthétique" rows={2} optional maxLength={800} />
      <TextArea state={state} name="presentation" label="Présentation complète" rows={8} optional />
      <LongChoice state={state} name="types" label="Type d’aide" title="Type d’aide" options={options.kinds} />
      <LongChoice
        state={state}
        name="etapes"
        label="Étape du projet"
        title="Étape du projet"
        options={options.stages}
      />
      <LongChoice state={state} name="themes" label="Thèmes" title="Thèmes" options={options.themes} />
      <Departements state={state} options={options.departements} what="votre service" />
    </FormSection>
  )
}
