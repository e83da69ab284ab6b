import type { VNode } from 'preact'
import { addresses } from '#addresses'
import { AttachedFiles } from '#features/files/pages/attached-files.tsx'
import type { ShownFile } from '#features/files/shown-file.ts'
import type { Stage } from '#features/services/rules.ts'
import { STAGE_TEXTS } from '#features/services/texts.ts'
import { communeLabel } from '#features/territory/rules.ts'
import { sectorText } from '#features/territory/sectors.ts'
import { shortDayAndHour } from '#kernel/french-dates'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Facts } from '#ui/facts.tsx'
import { Hidden } from '#ui/field.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { Panel, TwoColumns } from '#ui/page-frame.tsx'
import { mayComment, mayWrite } from '../access.ts'
import { SECTIONS } from '../sheet.ts'
import type { SheetRead } from '../sheet-queries.ts'
import { CONFIDENTIAL_TEXTS, SECTION_TEXTS } from '../texts.ts'
import type { Thread } from '../threads.ts'
import { CommentFields } from './comment-fields.tsx'
import { PdfDialog } from './pdf-dialog.tsx'
import { ProjectFrame, type ProjectHead } from './project-frame.tsx'
import { ThreadList } from './thread-list.tsx'

export type SheetPageProps = {
  project: ProjectHead
  sheet: SheetRead
  documents: readonly ShownFile[]
  threads: readonly Thread[]
  submission: string
  /** The comment that was refused: what was typed, and under which thread; null for a new one. */
  refused?: { thread: number | null; state: FormState } | undefined
  /** What is deleted with the project, in words. */
  held: string
}

/** A document is kept as « privé » without roles, and read by those of its project alone. */
const DOCUMENT_READERS = 'privé : le créateur et les professionnels qu’il a autorisés'

/** « Fiche projet »: what its creator wrote, then the comments « à la suite de la fiche projet » (PRJ-1, PRJ-3). */
export function SheetPage(props: SheetPageProps) {
  const { project, sheet, documents } = props
  const of = { project: project.id }
  const writes = mayWrite(project.standing, project.state)
  return (
    <ProjectFrame
      project={project}
      current="sheet"
      title={project.name}
      actions={
        <>
          <PdfDialog href={addresses.projects.pdf(of)} />
          {writes && (
            <ButtonLink href={addresses.projects.edit(of)} icon="pencil">
              Modifier
            </ButtonLink>
          )}
        </>
      }
    >
      <TwoColumns side={<About {...props} />}>
        <Sections sheet={sheet} writes={writes} />
        <AttachedFiles files={documents} title="Documents" readers={DOCUMENT_READERS} />
        <Comments {...props} />
      </TwoColumns>
    </ProjectFrame>
  )
}

function Sections({ sheet, writes }: { sheet: SheetRead; writes: boolean }) {
  const written = SECTIONS.filter((section) => sheet[section] !== '')
  if (written.length === 0) {
    return (
      <p class="soft">
        {writes
          ? 'Rien n’est encore écrit : « Modifier » ouvre les six questions, sans obligation de répondre à toutes.'
          : 'Rien n’est encore écrit.'}
      </p>
    )
  }
  return (
    <>
      {written.map((section) => (
        <section key={section} class="section">
          <h2>{SECTION_TEXTS[section].label}</h2>
          <p class="typed">{sheet[section]}</p>
        </section>
      ))}
    </>
  )
}

function About({ project, sheet, submission, held }: SheetPageProps) {
  const { commune, postalCodes } = sheet
  return (
    <Panel title="En bref">
      <Facts
        facts={[
          { term: 'Étape', icon: 'rocket', detail: sheet.stage && STAGE_TEXTS[sheet.stage as Stage] },
          { term: 'Secteur d’activité', icon: 'building-2', detail: sheet.sector && sectorText(sheet.sector) },
          {
            term: 'Lieu',
            icon: 'map-pin',
            detail: commune && communeLabel({ name: commune, postalCodes: postalCodes ?? [] }),
          },
          { term: 'Modifié', icon: 'clock', detail: shortDayAndHour(sheet.updatedAt) },
        ]}
      />
      <p class="soft small">{CONFIDENTIAL_TEXTS[project.standing === 'owner' ? 'own' : 'entrusted']}</p>
      {project.standing === 'owner' && <OwnerActs {...{ project, submission, held }} />}
      {project.standing === 'adviser' && <LeaveAct {...{ project, submission }} />}
    </Panel>
  )
}

type Acts = { project: ProjectHead; submission: string }

function OwnerActs({ project, submission, held }: Acts & { held: string }) {
  const of = { project: project.id }
  const isArchived = project.state === 'archived'
  return (
    <div class="project-acts">
      <ButtonLink href={addresses.projects.advisers(of)} look="plain" icon="handshake">
        Autoriser un professionnel
      </ButtonLink>
      <Form action={addresses.projects.archive(of)} submission={`${submission}-a`} look="inline">
        <Hidden name="archive" value={isArchived ? 'non' : 'oui'} />
        <Button look="quiet" icon={isArchived ? 'rotate-ccw' : 'bookmark'}>
          {isArchived ? 'Reprendre ce projet' : 'Archiver ce projet'}
        </Button>
      </Form>
      <Dialog id="supprimer" opener="Supprimer" openerLook="quiet" openerIcon="trash-2" title="Supprimer ce projet ?">
        <p>{held} Rien ne pourra être retrouvé. Pour le garder sans y travailler, archivez-le.</p>
        <Form action={addresses.projects.remove(of)} submission={`${submission}-s`}>
          <Button look="danger" icon="trash-2">
            Supprimer définitivement
          </Button>
        </Form>
      </Dialog>
    </div>
  )
}

function LeaveAct({ project, submission }: Acts): VNode {
  return (
    <div class="project-acts">
      <Dialog
        id="quitter"
        opener="Quitter ce projet"
        openerLook="quiet"
        openerIcon="log-out"
        title="Quitter ce projet ?"
      >
        <p>
          Vous ne pourrez plus le lire ni le commenter, et {project.ownerName} en sera prévenu. Vos commentaires
          restent.
        </p>
        <Form action={addresses.projects.leave({ project: project.id })} submission={`${submission}-q`}>
          <Button look="danger">Quitter ce projet</Button>
        </Form>
      </Dialog>
    </div>
  )
}

function Comments({ project, threads, submission, refused }: SheetPageProps) {
  const action = addresses.projects.comment({ project: project.id })
  const speaks = mayComment(project.standing, project.state)
  const opening = refused?.thread === null ? refused.state : undefined
  const answer = refused === undefined || refused.thread === null ? undefined : { ...refused, thread: refused.thread }
  return (
    <section class="section" id="commentaires">
      <h2>Commentaires</h2>
      {threads.length === 0 && <p class="soft">Aucun commentaire pour l’instant.</p>}
      <ThreadList {...{ threads, action, speaks, submission }} project={project.id} refused={answer} />
      {speaks && opening === undefined && (
        <div class="row">
          <Dialog
            id="ajouter-un-commentaire"
            opener="Ajoutez un commentaire"
            openerLook="main"
            openerIcon="plus"
            title="Ajoutez un commentaire"
          >
            <NewComment {...{ action, submission }} state={emptyForm} form="nouveau" />
          </Dialog>
        </div>
      )}
      {opening !== undefined && (
        <>
          <h3>Ajoutez un commentaire</h3>
          <ErrorSummary state={opening} />
          <NewComment {...{ action, submission }} state={opening} />
        </>
      )}
    </section>
  )
}

type NewCommentProps = { action: string; submission: string; state: FormState; form?: string }

function NewComment({ action, submission, state, form }: NewCommentProps) {
  return (
    <Form action={action} submission={`${submission}-c`} label="Ajoutez un commentaire">
      <CommentFields state={state} subject {...(form === undefined ? {} : { form })} />
      <div class="row">
        <Button icon="send">Enregistrer</Button>
      </div>
    </Form>
  )
}
