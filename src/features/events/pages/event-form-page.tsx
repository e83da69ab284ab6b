import type { VNode } from 'preact'
import { SavedByOther, type SavedByOtherProps } from '#features/contents/pages/saved-by-other.tsx'
import { Button } from '#ui/button.tsx'
import { type Option, Select } from '#ui/choice.tsx'
import { Field, Hidden, TextArea } from '#ui/field.tsx'
import { type Autosave, ErrorSummary, Form, FormSection, SaveBar } from '#ui/form.tsx'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { RichTextField } from '#ui/rich-text-field.tsx'
import { HINTS } from '../authoring-texts.ts'
import { GESTURES } from '../date-gestures.ts'
import { EventCategories } from './event-form-categories.tsx'
import { EventContact } from './event-form-contact.tsx'
import { EventDates, type EventDatesProps } from './event-form-dates.tsx'
import { EventPlace } from './event-form-place.tsx'
import type { PositionProps } from './position.tsx'

export type EventFormPageProps = {
  title: string
  /** Where the form is sent. */
  action: string
  submission: string
  state: FormState
  dates: Omit<EventDatesProps, 'state' | 'action'>
  position: Omit<PositionProps, 'state' | 'action' | 'prefix' | 'gesture'>
  /** The structures to choose from when there are several. */
  structures: readonly Option[]
  /** « Logo ou image » and « Fichiers attachés ». */
  image: VNode
  attached: VNode
  /** « Voir », « Modifier », « Historique », of an event that exists. */
  tabs: VNode | null
  /** Where it stands, and what its author may do beside saving. */
  standing: VNode | null
  /** After the form, of what is over. */
  archive: VNode | null
  duplicate: VNode | null
  isDraft: boolean
  /** What was begun earlier, and what keeps the form while it is typed. */
  draft: { notice: VNode; autosave: Autosave }
  /** What somebody saved while this was written. */
  savedByOther?: SavedByOtherProps
}

/** The form of an event (EVT-1), in the order of the manual. */
export function EventFormPage(props: EventFormPageProps) {
  const { title, action, submission, state, savedByOther } = props
  return (
    <PageFrame width="narrow">
      {props.tabs}
      <PageHeading title={title} lead={HINTS.qualify} />
      {props.draft.notice}
      {props.standing}
      {savedByOther && <SavedByOther {...savedByOther} />}
      <ErrorSummary state={state} />
      <Form action={action} submission={submission} island="event-form" files>
        <Enter isDraft={props.isDraft} />
        <Hidden name="version" value={typedIn(state, 'version')} />
        <Essentials {...props} />
        <FormSection title="Fichiers attachés" hint={HINTS.attached}>
          {props.attached}
        </FormSection>
        <EventDates {...props.dates} state={state} action={action} />
        <EventPlace
          {...{ ...props.position, state }}
          prefix=""
          action={`${action}#position`}
          gesture={GESTURES.locate}
        />
        <EventContact state={state} />
        <EventCategories state={state} />
        <Save isDraft={props.isDraft} autosave={props.draft.autosave} />
      </Form>
      {props.duplicate}
      {props.archive}
    </PageFrame>
  )
}

/** The key « Entrée » presses the first button of a form: this one, rather than « Retirer ». */
function Enter({ isDraft }: { isDraft: boolean }) {
  return (
    <button
      class="unseen"
      type="submit"
      name="geste"
      value={isDraft ? GESTURES.draft : GESTURES.save}
      tabIndex={-1}
      aria-hidden="true"
    >
      Enregistrer
    </button>
  )
}

function Essentials({ state, structures, image }: EventFormPageProps) {
  return (
    <FormSection title="L’essentiel">
      <Field state={state} name="titre" label="Titre de l’évènement" maxLength={250} />
      {image}
      <TextArea state={state} name="resume" label="Présentation synthétique" hint={HINTS.summary} rows={2} />
      <RichTextField
        state={state}
        name="presentation"
        label="Présentation complète"
        hint={HINTS.presentation}
        rows={8}
        optional
      />
      {structures.length > 1 && (
        <Select state={state} name="structure" label="Structure organisatrice" options={structures} />
      )}
    </FormSection>
  )
}

function Save({ isDraft, autosave }: { isDraft: boolean; autosave: Autosave }) {
  return (
    <SaveBar sticky autosave={autosave} state={isDraft ? '« Enregistrer » publie tout de suite.' : undefined}>
      {isDraft && (
        <Button look="plain" name="geste" value={GESTURES.draft}>
          Garder comme brouillon
        </Button>
      )}
      <Button name="geste" value={GESTURES.save}>
        Enregistrer
      </Button>
    </SaveBar>
  )
}
