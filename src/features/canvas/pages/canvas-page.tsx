import { addresses } from '#addresses'
import { PdfDialog } from '#features/projects/pages/pdf-dialog.tsx'
import { ProjectFrame } from '#features/projects/pages/project-frame.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dialog, Disclosure } from '#ui/dialog.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form } from '#ui/form.tsx'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { Board, type BoardProps, type CanvasHead } from './board-part.tsx'
import { canvasHref } from './canvas-href.ts'

export type CanvasPageProps = BoardProps & {
  others: readonly CanvasHead[]
  submission: string
  /** The post-it that was just taken away. */
  undo?: number | undefined
  /** The name that was refused. */
  renaming?: FormState | undefined
}

/** « Projet 360 »: nine lists drawn as a canvas (PRJ-4, PRJ-5). */
export function CanvasPage(props: CanvasPageProps) {
  const { project, canvas, others, seat } = props
  const of = { project: project.id, canvas: canvas.number }
  return (
    <ProjectFrame
      project={project}
      current="canvas"
      title={canvas.name}
      actions={
        <>
          <PdfDialog href={addresses.canvas.pdf(of)} sizes>
            <p class="soft small">
              Cette page s’imprime aussi d’elle-même, sur une feuille en paysage, sans les commentaires ou{' '}
              <a href={`${canvasHref(project.id, canvas.number)}?commentaires=oui`}>avec eux</a>.
            </p>
          </PdfDialog>
          <ButtonLink href={addresses.canvas.versions(of)} look="plain" icon="clock">
            Versions
          </ButtonLink>
        </>
      }
    >
      {props.undo !== undefined && <Undo {...props} note={props.undo} />}
      {others.length > 1 && <Others {...{ project, canvas, others }} />}
      <Board {...props} />
      <div class="canvas-foot">
        {seat === 'writer' && (
          <p class="canvas-hint soft small">
            Pour déplacer un post-it, glissez-le, ou « Modifier » puis « Déplacer vers… ». Au clavier : Alt et une
            flèche.
          </p>
        )}
        {project.standing === 'owner' && project.state === 'active' && (
          <ButtonLink href={addresses.projects.advisers({ project: project.id }, { depuis: '360' })} icon="handshake">
            ? Demande d’aide
          </ButtonLink>
        )}
        {seat === 'writer' && <CanvasActs {...props} />}
      </div>
    </ProjectFrame>
  )
}

function Others({ project, canvas, others }: Pick<CanvasPageProps, 'project' | 'canvas' | 'others'>) {
  return (
    <nav aria-label="Projets 360" class="row">
      {others.map(({ number, name }) => (
        <a
          key={number}
          class="chip"
          href={canvasHref(project.id, number)}
          aria-current={number === canvas.number ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

function Undo({ project, canvas, submission, note }: CanvasPageProps & { note: number }) {
  return (
    <Notice>
      <p>Ce post-it est supprimé.</p>
      <Form
        action={addresses.canvas.removeNote({ project: project.id, canvas: canvas.number, note })}
        submission={`${submission}-u`}
        look="inline"
      >
        <Hidden name="annuler" value="oui" />
        <Button look="plain" size="slim" icon="rotate-ccw">
          Annuler
        </Button>
      </Form>
    </Notice>
  )
}

function CanvasActs({ project, canvas, submission, renaming }: CanvasPageProps) {
  const of = { project: project.id, canvas: canvas.number }
  return (
    <Disclosure title="Renommer, en commencer un autre, supprimer" open={renaming !== undefined}>
      <Form action={addresses.canvas.rename(of)} submission={`${submission}-n`}>
        <Field state={renaming ?? filledForm({ nom: canvas.name })} name="nom" label="Nom" maxLength={80} />
        <div class="row">
          <Button look="plain">Renommer</Button>
        </div>
      </Form>
      <div class="row">
        <ButtonLink href={addresses.canvas.new({ project: project.id })} look="plain" icon="plus">
          Commencer un autre projet 360
        </ButtonLink>
        <Dialog
          id="supprimer-360"
          opener="Supprimer ce projet 360"
          openerLook="quiet"
          openerIcon="trash-2"
          title="Supprimer ce projet 360 ?"
        >
          <p>Ses post-its, leurs commentaires et ses versions seront effacés. Rien ne pourra être retrouvé.</p>
          <Form action={addresses.canvas.remove(of)} submission={`${submission}-s`}>
            <Button look="danger" icon="trash-2">
              Supprimer définitivement
            </Button>
          </Form>
        </Dialog>
      </div>
    </Disclosure>
  )
}
