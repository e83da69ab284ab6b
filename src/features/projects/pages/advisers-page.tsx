import { addresses } from '#addresses'
import { shortDayAndHour } from '#kernel/french-dates'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { ErrorSummary, Form, FormSection } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { mayInvite } from '../access.ts'
import type { AdviserRow } from '../adviser-queries.ts'
import { ENDED_TEXTS } from '../texts.ts'
import { ProjectFrame, type ProjectHead } from './project-frame.tsx'

export type AdvisersPageProps = {
  project: ProjectHead
  advisers: readonly AdviserRow[]
  state: FormState
  submission: string
  /** « ? Demande d’aide »: asked at the foot of a canvas. */
  fromCanvas: boolean
}

/** « Professionnels autorisés »: whom the creator authorised, and the one place where he withdraws them (PRJ-2). */
export function AdvisersPage({ project, advisers, state, submission, fromCanvas }: AdvisersPageProps) {
  const title = fromCanvas ? 'Demande d’aide' : 'Professionnels autorisés à interagir avec ma fiche projet'
  const reading = advisers.filter(({ ended }) => ended === null)
  const ended = advisers.filter((adviser) => adviser.ended !== null)
  return (
    <ProjectFrame project={project} current="advisers" title={title} width="narrow">
      {mayInvite(project.standing, project.state) && <Authorise {...{ project, state, submission, fromCanvas }} />}
      <section class="section">
        <h2>Qui lit ce projet</h2>
        {reading.length === 0 ? (
          <p>Vous seul, pour l’instant.</p>
        ) : (
          <AdviserLines {...{ project, submission }} advisers={reading} />
        )}
      </section>
      {ended.length > 0 && (
        <section class="section">
          <h2>Qui ne le lit plus</h2>
          <AdviserLines {...{ project, submission }} advisers={ended} />
        </section>
      )}
    </ProjectFrame>
  )
}

const AdviserLines = ({
  advisers,
  project,
  submission,
}: Pick<AdvisersPageProps, 'advisers' | 'project' | 'submission'>) => (
  <ul class="lines">
    {advisers.map((adviser) => (
      <li key={adviser.id} class="line">
        <AdviserLine {...{ adviser, project, submission }} />
      </li>
    ))}
  </ul>
)

type AuthoriseProps = Pick<AdvisersPageProps, 'project' | 'state' | 'submission' | 'fromCanvas'>

function Authorise({ project, state, submission, fromCanvas }: AuthoriseProps) {
  return (
    <>
      <ErrorSummary state={state} />
      <Form action={addresses.projects.advisers({ project: project.id })} submission={submission}>
        <Hidden name="depuis" value={fromCanvas ? '360' : 'fiche'} />
        <FormSection title={fromCanvas ? 'À qui demander de l’aide ?' : 'Autoriser un professionnel'}>
          <Field
            state={state}
            name="email"
            type="email"
            label="E-mail de son compte professionnel"
            autocomplete="off"
            inputmode="email"
            hint="L’adresse qu’il utilise sur le site. Un mail lui sera envoyé, avec votre nom et le nom du projet."
          />
          <p>
            Il lira votre fiche projet, ses documents, vos projets 360 et tous les commentaires, et pourra commenter la
            fiche et chaque post-it. S’il n’a pas encore de compte professionnel validé, il est invité à en demander un
            : l’autorisation prend effet à ce moment-là. Vous verrez ici quand il a ouvert votre projet, et vous pouvez
            retirer l’autorisation à tout moment.
          </p>
          <div class="row">
            <Button icon="send">{fromCanvas ? 'Demander de l’aide' : 'Autoriser'}</Button>
          </div>
        </FormSection>
      </Form>
    </>
  )
}

type LineProps = { adviser: AdviserRow; project: ProjectHead; submission: string }

function AdviserLine({ adviser, project, submission }: LineProps) {
  const { id, email, name, job, structure, invitedAt, openedAt, endedAt, ended } = adviser
  const who = [name, job, structure].filter(Boolean).join(', ')
  return (
    <>
      <div>
        <p>
          <strong>{who || email || 'Adresse oubliée'}</strong>
          {who !== '' && <span class="soft small"> {email}</span>}
        </p>
        <p class="soft small">
          Autorisé le {shortDayAndHour(invitedAt)}.
          {openedAt && ` A ouvert votre projet le ${shortDayAndHour(openedAt)}.`}
          {ended && endedAt && ` Le ${shortDayAndHour(endedAt)} : ${ENDED_TEXTS[ended]}.`}
        </p>
      </div>
      {ended === null && (
        <Dialog
          id={`retirer-${id}`}
          opener="Retirer"
          openerLook="quiet"
          openerIcon="x"
          title={`Retirer l’autorisation de ${name ?? email} ?`}
        >
          <p>
            Dès maintenant, il ne pourra plus lire ni commenter ce projet. Ses commentaires restent. Il en est prévenu.
          </p>
          <Form
            action={addresses.projects.withdraw({ project: project.id, adviser: id })}
            submission={`${submission}-${id}`}
          >
            <Button look="danger">Retirer l’autorisation</Button>
          </Form>
        </Dialog>
      )}
    </>
  )
}
