import type { VNode } from 'preact'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { SavedByOther, type SavedByOtherProps } from '#features/contents/pages/saved-by-other.tsx'
import { Button } from '#ui/button.tsx'
import type { Option } from '#ui/choice.tsx'
import { Field, Hidden, TextArea } from '#ui/field.tsx'
import { type Autosave, ErrorSummary, Form, FormSection, SaveBar } from '#ui/form.tsx'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { ContactFields, Departements, LongChoice, PlaceFields } from './sheet-fields.tsx'

export type StructureFormProps = {
  title: string
  action: string
  submission: string
  state: FormState
  options: {
    departements: readonly Option[]
    networks: readonly Option[]
    kinds: readonly Option[]
    audiences: readonly Option[]
  }
  /** « Nos services ». */
  services: VNode
  /** Logo and files. */
  files: { image: VNode; attached: VNode }
  kind: Pick<KindOfContent, 'kind' | 'address' | 'tabs'>
  /** The item of the address of a structure that exists. */
  item: string | undefined
  isDraft: boolean
  standing?: VNode
  /** What was begun earlier, and what keeps the form while it is typed. */
  draft: { notice: VNode; autosave: Autosave }
  savedByOther?: SavedByOtherProps
}

/** The form of a structure (STR-3, STR-6): what is saved is public at once. */
export function StructureFormPage(props: StructureFormProps) {
  const { title, action, submission, state, item, kind, savedByOther } = props
  return (
    <PageFrame width="narrow">
      {item !== undefined && <ContentTabs kind={kind} item={item} current="edit" others={kind.tabs?.(item)} />}
      <PageHeading title={title} lead="Les contenus mis à jour sont publiés immédiatement sur le site." />
      {props.standing}
      {props.draft.notice}
      {savedByOther && <SavedByOther {...savedByOther} />}
      <ErrorSummary state={state} />
      <Form action={action} submission={submission} files>
        {/* The key « Entrée » presses the first button of a form. */}
        <button class="unseen" type="submit" name="geste" value="enregistrer" tabIndex={-1} aria-hidden="true">
          Enregistrer
        </button>
        <Hidden name="version" value={typedIn(state, 'version')} />
        <Identity {...props} />
        <PlaceFields state={state} hint="La position sur la carte suit l’adresse." />
        <Contact state={state} />
        <FormSection
          title="Nos services"
          hint="À partir des services déjà créés. Pour en ajouter plusieurs, cliquez sur « Ajouter un autre élément »."
          id="services"
        >
          {props.services}
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

function Identity({ state, options }: StructureFormProps) {
  return (
    <FormSection title="L’essentiel">
      <Field state={state} name="nom" label="Nom de la structure" maxLength={250} />
      <Field state={state} name="sigle" label="Sigle" width="medium" optional maxLength={60} />
      <Field
        state={state}
        name="siret"
        label="SIRET"
        width="medium"
        inputmode="numeric"
        optional
        hint="Quatorze chiffres."
      />
      <TextArea state={state} name="resume" label="Présentation synthétique" rows={2} optional maxLength={800} />
      <TextArea state={state} name="presentation" label="Présentation complète" rows={8} optional />
      <LongChoice
        state={state}
        name="types"
        label="Type de structure"
        title="Type de structure"
        options={options.kinds}
      />
      <LongChoice
        state={state}
        name="reseaux"
        label="Réseaux porteurs"
        title="Réseaux porteurs"
        options={options.networks}
      />
      <LongChoice
        state={state}
        name="publics"
        label="Publics accueillis"
        title="Publics accueillis"
        options={options.audiences}
      />
      <Departements state={state} options={options.departements} what="votre structure" />
    </FormSection>
  )
}

function Contact({ state }: { state: FormState }) {
  return (
    <FormSection title="Contact">
      <ContactFields state={state} />
      <Field state={state} name="site" label="Site" inputmode="url" optional />
      <TextArea
        state={state}
        name="liens"
        label="Réseaux sociaux"
        hint="Une adresse par ligne, comme linkedin.com/company/votre-structure."
        rows={2}
        optional
      />
      <TextArea
        state={state}
        name="contacts"
        label="Vos contacts"
        hint="Une personne par ligne, avec sa fonction : ces lignes sont publiques."
        rows={2}
        optional
      />
      <Field
        state={state}
        name="accessibilite"
        label="Page sur l’accès au lieu"
        inputmode="url"
        hint="Son adresse sur acceslibre.beta.gouv.fr, par exemple."
        optional
      />
    </FormSection>
  )
}
