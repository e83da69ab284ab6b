import { addresses } from '#addresses'
import { CommentFields } from '#features/projects/pages/comment-fields.tsx'
import { ProjectFrame, type ProjectHead } from '#features/projects/pages/project-frame.tsx'
import { ThreadList } from '#features/projects/pages/thread-list.tsx'
import type { Thread } from '#features/projects/threads.ts'
import { beginning } from '#kernel/beginning'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Select } from '#ui/choice.tsx'
import { Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { ErrorSummary, Form, FormSection } from '#ui/form.tsx'
import { emptyForm, type FormState, filledForm } from '#ui/form-state.ts'
import { BLOCK_TEXTS, BLOCKS, type Block } from '../board.ts'
import { ofBlock } from '../versions.ts'
import type { CanvasHead } from './board-part.tsx'
import { canvasHref } from './canvas-href.ts'
import type { NoteShown, Seat } from './note-card.tsx'
import { NoteFields } from './note-fields.tsx'

export type NotePageProps = {
  project: ProjectHead
  canvas: CanvasHead
  note: NoteShown
  /** All of the canvas: what it may be moved beside. */
  notes: readonly NoteShown[]
  threads: readonly Thread[]
  seat: Seat
  state: FormState
  submission: string
  /** The words of another window, saved in between. */
  saved?: string | undefined
  refusedComment?: { thread: number | null; state: FormState } | undefined
}

/** One post-it: its words, its place, its comments. */
export function NotePage(props: NotePageProps) {
  const { project, canvas, note, seat } = props
  return (
    <ProjectFrame
      project={project}
      current="canvas"
      title={`Post-it : ${BLOCK_TEXTS[note.block].name}`}
      width="narrow"
      actions={
        <ButtonLink href={`${canvasHref(project.id, canvas.number)}#post-it-${note.id}`} look="plain" icon="arrow-left">
          Revenir au projet 360
        </ButtonLink>
      }
    >
      {seat === 'writer' ? (
        <>
          <Words {...props} />
          <Move {...props} />
        </>
      ) : (
        <div class={`note ${note.colour}`}>
          <p class="typed">{note.body}</p>
        </div>
      )}
      <Comments {...props} />
    </ProjectFrame>
  )
}

const placeOf = ({ project, canvas, note }: Pick<NotePageProps, 'project' | 'canvas' | 'note'>) => ({
  ...{ project: project.id, canvas: canvas.number, note: note.id },
})

function Words(props: NotePageProps) {
  const { state, submission, saved } = props
  return (
    <>
      {saved !== undefined && (
        <Notice tone="warn" title="Ce post-it a été modifié entre-temps">
          <p>Une autre fenêtre a enregistré :</p>
          <p class="typed">{saved}</p>
          <p>Votre texte est ci-dessous : reprenez ce que vous voulez, puis « Enregistrer ».</p>
        </Notice>
      )}
      <ErrorSummary state={state} />
      <Form action={addresses.canvas.note(placeOf(props))} submission={submission}>
        <FormSection title="Modifier">
          <Hidden name="version" value={state.values.version?.[0] ?? ''} />
          <NoteFields state={state} />
          <div class="row">
            <Button>Enregistrer</Button>
          </div>
        </FormSection>
      </Form>
      <Form action={addresses.canvas.removeNote(placeOf(props))} submission={`${submission}-s`} look="inline">
        <Button look="quiet" icon="trash-2">
          Supprimer ce post-it
        </Button>
      </Form>
    </>
  )
}

function Move(props: NotePageProps) {
  const { note, submission } = props
  const action = addresses.canvas.move(placeOf(props))
  return (
    <section class="section" id="deplacer">
      <h2>Déplacer vers…</h2>
      <div class="row">
        <Form action={action} submission={`${submission}-h`} look="inline">
          <Hidden name="place" value="haut" />
          <Button look="plain">Plus haut</Button>
        </Form>
        <Form action={action} submission={`${submission}-b`} look="inline">
          <Hidden name="place" value="bas" />
          <Button look="plain">Plus bas</Button>
        </Form>
      </div>
      <Form action={action} submission={`${submission}-m`}>
        <Select
          state={filledForm({ bloc: note.block })}
          name="bloc"
          label="Bloc"
          options={BLOCKS.map((value) => ({ value, text: BLOCK_TEXTS[value].name }))}
        />
        <Select
          state={filledForm({ place: 'fin' })}
          name="place"
          label="Place"
          hint="Après un post-it d’un autre bloc, il va à la fin du bloc choisi."
          options={[
            { value: 'debut', text: 'Au début du bloc' },
            { value: 'fin', text: 'À la fin du bloc' },
            ...placesIn(props, note.block),
          ]}
        />
        <div class="row">
          <Button look="plain" icon="arrow-right">
            Déplacer
          </Button>
        </div>
      </Form>
    </section>
  )
}

/** After each other post-it, those of its own block first. */
function placesIn({ notes, note }: NotePageProps, first: Block) {
  const blocks = [first, ...BLOCKS.filter((block) => block !== first)]
  return blocks.flatMap((block) =>
    ofBlock(notes, block)
      .filter(({ id }) => id !== note.id)
      .map(({ id, body }) => ({
        value: String(id),
        text: `Après « ${beginning(body, 40)} » (${BLOCK_TEXTS[block].name})`,
      })),
  )
}

function Comments(props: NotePageProps) {
  const { project, threads, submission, seat, refusedComment } = props
  const action = addresses.canvas.comment(placeOf(props))
  const fresh = refusedComment?.thread === null ? refusedComment.state : undefined
  const answer =
    refusedComment === undefined || refusedComment.thread === null
      ? undefined
      : { thread: refusedComment.thread, state: refusedComment.state }
  return (
    <section class="section" id="commentaires">
      <h2>Commentaires</h2>
      {threads.length === 0 && <p class="soft">Aucun commentaire pour l’instant.</p>}
      <ThreadList
        {...{ threads, action, submission }}
        project={project.id}
        speaks={seat !== 'reader'}
        refused={answer}
      />
      {seat !== 'reader' && (
        <>
          <h3>Commenter ce post-it</h3>
          {fresh && <ErrorSummary state={fresh} />}
          <Form action={action} submission={`${submission}-c`} label="Commenter ce post-it">
            <CommentFields state={fresh ?? emptyForm} />
            <div class="row">
              <Button icon="send">Enregistrer</Button>
            </div>
          </Form>
        </>
      )}
    </section>
  )
}
