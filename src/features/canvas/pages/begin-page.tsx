import { addresses } from '#addresses'
import { ProjectFrame, type ProjectHead } from '#features/projects/pages/project-frame.tsx'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { ErrorSummary, Form, FormSection } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'

type BeginPageProps = { project: ProjectHead; state: FormState; submission: string; mayBegin: boolean }

/** A project without canvas, or one more: empty, or begun by an example. */
export function BeginPage({ project, state, submission, mayBegin }: BeginPageProps) {
  return (
    <ProjectFrame
      project={project}
      current="canvas"
      title="Projet 360"
      width="narrow"
      lead="Neuf questions, des post-its : tout votre projet d’un coup d’œil. Vous demanderez l’avis d’un conseiller quand vous voudrez."
    >
      {mayBegin ? (
        <>
          <ErrorSummary state={state} />
          <Form action={addresses.canvas.new({ project: project.id })} submission={submission}>
            <FormSection title="Commencer">
              <Field state={state} name="nom" label="Nom" maxLength={80} />
              <Radios
                state={state}
                name="depart"
                label="Avec quoi ?"
                look="cards"
                options={[
                  {
                    value: 'vide',
                    text: 'Un canevas vide',
                    hint: 'Les neuf blocs, à remplir dans l’ordre que vous voulez.',
                  },
                  {
                    value: 'exemple',
                    text: 'Un exemple',
                    hint: 'La Fournée du Pilat, une boulangerie inventée : remplacez chaque post-it par le vôtre.',
                  },
                ]}
              />
              <div class="row">
                <Button icon="plus">Commencer</Button>
              </div>
            </FormSection>
          </Form>
        </>
      ) : (
        <EmptyState icon="list" title="Pas encore de projet 360" text="Le créateur n’en a pas commencé." />
      )}
    </ProjectFrame>
  )
}
