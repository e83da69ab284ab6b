import type { VNode } from 'preact'
import { CategoryFields, type Departements } from '#features/contents/pages/category-fields.tsx'
import { ROLE_TEXTS, VISIBILITY_TEXTS } from '#features/files/texts.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes, type Option, Radios, Select } from '#ui/choice.tsx'
import { Field, Hidden, TextArea } from '#ui/field.tsx'
import { type Autosave, ErrorSummary, Form, FormSection, SaveBar } from '#ui/form.tsx'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { RESOURCE_KINDS } from '../rules.ts'
import { HINTS, KIND_TEXTS, KIND_WORDS } from '../texts.ts'

export type ResourceFormPageProps = {
  title: string
  action: string
  submission: string
  state: FormState
  /** « Choisissez un fichier > Transférer > Suivant », with the questions about it; null under the other tab. */
  file: VNode | null
  /** The addresses of the two tabs of a new resource. */
  sources: { file: string; link: string } | undefined
  departements: Departements
  structures: readonly Option[]
  tabs: VNode | null
  notices: VNode | null
  autosave: Autosave
  isDraft: boolean
  /** « Enregistrer » publishes at once, for who judges. */
  isFree: boolean
}

/** The form of a resource, in the steps of the manual (RES-1). */
export function ResourceFormPage(props: ResourceFormPageProps) {
  const { title, action, submission, state, file } = props
  return (
    <PageFrame width="narrow">
      {props.tabs}
      <PageHeading title={title} lead={HINTS.kind} />
      {props.notices}
      <Sources {...props} />
      <ErrorSummary state={state} />
      <Form action={action} submission={submission} files>
        <Enter isDraft={props.isDraft} />
        <Hidden name="version" value={typedIn(state, 'version')} />
        {file === null ? <LinkFields {...props} /> : <FormSection title="Le fichier">{file}</FormSection>}
        <Description {...props} />
        <p class="soft">{props.isFree ? '« Enregistrer » publie tout de suite.' : HINTS.afterwards}</p>
        <SaveBar sticky autosave={props.autosave}>
          <Button look="plain" name="geste" value="brouillon">
            Garder comme brouillon
          </Button>
          <Button name="geste" value="enregistrer">
            Enregistrer
          </Button>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}

function Sources({ sources, file }: ResourceFormPageProps) {
  if (sources === undefined) return null
  const tabs = [
    { href: sources.file, text: 'Fichier', current: file !== null },
    { href: sources.link, text: 'Lien web / vidéo', current: file === null },
  ]
  return <Tabs label="Ce que vous partagez" tabs={tabs} />
}

/** The key « Entrée » presses the first button of a form: this one, rather than « Retirer ». */
function Enter({ isDraft }: { isDraft: boolean }) {
  const gesture = isDraft ? 'brouillon' : 'enregistrer'
  return (
    <button class="unseen" type="submit" name="geste" value={gesture} tabIndex={-1} aria-hidden="true">
      Enregistrer
    </button>
  )
}

const ROLE_OPTIONS = Object.entries(ROLE_TEXTS).map(([value, text]) => ({ value, text }))
const VISIBILITY_OPTIONS = [
  { value: 'visible', text: 'Rendre ce lien visible', hint: VISIBILITY_TEXTS.visible.hint },
  { value: 'private', text: 'Enregistrer ce lien de manière privée', hint: VISIBILITY_TEXTS.private.hint },
]

function LinkFields({ state, departements }: ResourceFormPageProps) {
  return (
    <FormSection title="Lien web / vidéo">
      <Field state={state} name="lien" label="Adresse" hint={HINTS.link} type="url" inputmode="url" maxLength={2000} />
      <Radios state={state} name="visibilite" label="Qui peut voir ce lien ?" options={VISIBILITY_OPTIONS} />
      <Checkboxes
        state={state}
        name="roles"
        label="S’il est privé, le limiter à"
        hint={HINTS.roles}
        options={ROLE_OPTIONS}
        optional
      />
      <TextArea state={state} name="description" label="Description" hint={HINTS.description} rows={3} optional />
      <CategoryFields state={state} departements={departements} hints={HINTS} />
    </FormSection>
  )
}

function Description({ state, structures }: ResourceFormPageProps) {
  const kinds = RESOURCE_KINDS.map((kind) => ({ value: KIND_WORDS[kind], text: KIND_TEXTS[kind] }))
  return (
    <FormSection title="La ressource">
      <Field state={state} name="titre" label="Titre" hint="Ce que l’on lit dans la base ressource." maxLength={250} />
      <Select state={state} name="type" label="Type de ressource" options={kinds} empty="Choisissez" />
      {structures.length > 1 && <Select state={state} name="structure" label="Publié par" options={structures} />}
    </FormSection>
  )
}
