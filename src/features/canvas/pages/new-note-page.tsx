import { addresses } from '#addresses'
import { ProjectFrame, type ProjectHead } from '#features/projects/pages/project-frame.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Select } from '#ui/choice.tsx'
import { ErrorSummary, Form, FormSection } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { BLOCK_TEXTS, BLOCKS } from '../board.ts'
import type { CanvasHead } from './board-part.tsx'
import { canvasHref } from './canvas-href.ts'
import { NoteFields } from './note-fields.tsx'

type NewNotePageProps = { project: ProjectHead; canvas: CanvasHead; state: FormState; submission: string }

/** « Ajouter un post-it ». */
export function NewNotePage({ project, canvas, state, submission }: NewNotePageProps) {
  return (
    <ProjectFrame project={project} current="canvas" title="Ajouter un post-it" width="narrow">
      <ErrorSummary state={state} />
      <Form action={addresses.canvas.notes({ project: project.id, canvas: canvas.number })} submission={submission}>
        <FormSection title="Le post-it">
          <Select
            state={state}
            name="bloc"
            label="Bloc"
            options={BLOCKS.map((value) => ({ value, text: BLOCK_TEXTS[value].name }))}
          />
          <NoteFields state={state} />
          <div class="row">
            <Button icon="plus">Ajouter</Button>
            <ButtonLink href={canvasHref(project.id, canvas.number)} look="quiet">
              Revenir au projet 360
            </ButtonLink>
          </div>
        </FormSection>
      </Form>
    </ProjectFrame>
  )
}
