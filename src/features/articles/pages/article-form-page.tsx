import type { VNode } from 'preact'
import { addresses } from '#addresses'
import { CategoryFields, type Departements } from '#features/contents/pages/category-fields.tsx'
import { Button } from '#ui/button.tsx'
import { type Option, Radios, Select } from '#ui/choice.tsx'
import { Field, Hidden, TextArea } from '#ui/field.tsx'
import { type Autosave, ErrorSummary, Form, FormSection, SaveBar } from '#ui/form.tsx'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { RichTextField } from '#ui/rich-text-field.tsx'
import { HINTS } from '../texts.ts'

export type ArticleFormPageProps = {
  title: string
  /** The item of an article that exists. */
  item: string | undefined
  submission: string
  state: FormState
  departements: Departements
  /** The structures to choose from when there are several. */
  structures: readonly Option[]
  /** « Une image » and « Fichiers attachés ». */
  image: VNode | null
  attached: VNode | null
  tabs: VNode | null
  /** Where it stands, and what somebody saved meanwhile. */
  notices: VNode | null
  autosave: Autosave
  /** Nothing of it was ever submitted. */
  isDraft: boolean
  /** « Enregistrer » publishes at once, for who judges. */
  isFree: boolean
}

/** The form of an article, field by field in the order of the manual (ART-1). */
export function ArticleFormPage(props: ArticleFormPageProps) {
  const { title, item, submission, state } = props
  const action = item === undefined ? addresses.articles.new() : addresses.articles.edit({ item })
  return (
    <PageFrame width="narrow">
      {props.tabs}
      <PageHeading title={title} lead={HINTS.kind} />
      {props.notices}
      <ErrorSummary state={state} />
      <Form action={action} submission={submission} files>
        <Enter isDraft={props.isDraft} />
        <Hidden name="version" value={typedIn(state, 'version')} />
        <Texts {...props} />
        <Categories {...props} />
        <SaveBar
          sticky
          autosave={props.autosave}
          state={props.isFree ? '« Enregistrer » publie tout de suite.' : HINTS.afterwards}
        >
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

/** The key « Entrée » presses the first button of a form: this one, rather than « Retirer ». */
function Enter({ isDraft }: { isDraft: boolean }) {
  const gesture = isDraft ? 'brouillon' : 'enregistrer'
  return (
    <button class="unseen" type="submit" name="geste" value={gesture} tabIndex={-1} aria-hidden="true">
      Enregistrer
    </button>
  )
}

function Texts({ state, image, attached, structures }: ArticleFormPageProps) {
  return (
    <>
      <FormSection title="L’article">
        <Field state={state} name="titre" label="Le titre de votre article" maxLength={250} />
        {image}
        <Field state={state} name="intertitre" label="Un intertitre" hint={HINTS.subtitle} maxLength={300} optional />
        <TextArea state={state} name="resume" label="Présentation synthétique" hint={HINTS.summary} rows={3} />
        <RichTextField
          state={state}
          name="presentation"
          label="Présentation complète"
          hint={HINTS.presentation}
          rows={16}
        />
        {structures.length > 1 && <Select state={state} name="structure" label="Publié par" options={structures} />}
      </FormSection>
      {attached && <FormSection title="Fichiers attachés">{attached}</FormSection>}
    </>
  )
}

function Categories({ state, departements }: ArticleFormPageProps) {
  return (
    <FormSection title="Catégories">
      <CategoryFields state={state} departements={departements} hints={HINTS} />
      <Radios
        state={state}
        name="acces"
        label="Accès"
        hint={HINTS.access}
        look="cards"
        options={[
          { value: 'public', text: 'Public', hint: HINTS.public },
          { value: 'pro', text: 'Pro', hint: HINTS.pro },
        ]}
      />
    </FormSection>
  )
}
