import { addresses } from '#addresses'
import { ProjectFrame, type ProjectHead } from '#features/projects/pages/project-frame.tsx'
import { plural } from '#kernel/french'
import { shortDayAndHour } from '#kernel/french-dates'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Form, FormSection } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { BLOCK_TEXTS, COLOUR_TEXTS } from '../board.ts'
import type { Version } from '../queries.ts'
import { type Difference, isSame, type KeptNote } from '../versions.ts'
import type { CanvasHead } from './board-part.tsx'

export type VersionsPageProps = {
  project: ProjectHead
  canvas: CanvasHead
  versions: readonly Version[]
  /** From a version to now. */
  compared?: { number: number; difference: Difference } | undefined
  writes: boolean
  state: FormState
  submission: string
}

/** The versions of a canvas: kept, compared with now, restored (PRJ-5). */
export function VersionsPage(props: VersionsPageProps) {
  const { project, canvas, versions, compared, writes, state, submission } = props
  const of = { project: project.id, canvas: canvas.number }
  return (
    <ProjectFrame project={project} current="canvas" title={`Versions : ${canvas.name}`} width="narrow">
      {writes && (
        <Form action={addresses.canvas.versions(of)} submission={submission}>
          <FormSection title="Garder cette version" hint="Pour pouvoir y revenir, quoi que vous changiez ensuite.">
            <Field
              state={state}
              name="nom"
              label="Nom de cette version"
              hint="Exemple : avant le rendez-vous à la banque"
              maxLength={80}
              optional
            />
            <div class="row">
              <Button icon="bookmark">Garder cette version</Button>
            </div>
          </FormSection>
        </Form>
      )}
      {compared && <Compared {...compared} version={versions.find(({ number }) => number === compared.number)} />}
      <section class="section">
        <h2>Versions gardées</h2>
        {versions.length === 0 && (
          <p class="soft">Aucune pour l’instant. Une version est aussi gardée d’elle-même après une heure de pause.</p>
        )}
        <ul class="lines">
          {versions.map((version) => (
            <li key={version.number} class="line">
              <OneVersion {...props} version={version} />
            </li>
          ))}
        </ul>
      </section>
    </ProjectFrame>
  )
}

const nameOf = ({ label, reason, number }: Version): string =>
  label || (reason === 'pause' ? 'Gardée d’elle-même' : `Version ${number}`)

function OneVersion({ version, project, canvas, writes, submission }: VersionsPageProps & { version: Version }) {
  const { number, madeAt, count, author } = version
  const of = { project: project.id, canvas: canvas.number }
  return (
    <>
      <div>
        <p>
          <strong>{nameOf(version)}</strong>
        </p>
        <p class="soft small">
          Version {number}, {shortDayAndHour(madeAt)}
          {author && ` par ${author}`}, {plural(count, 'post-it')}
        </p>
      </div>
      <div class="row">
        <a href={`${addresses.canvas.versions(of, { avec: number })}#comparaison`}>
          Comparer
          <span class="unseen">
            {' '}
            avec « {nameOf(version)} » du {shortDayAndHour(madeAt)}
          </span>
        </a>
        {writes && (
          <Dialog
            id={`revenir-${number}`}
            opener="Revenir à cette version"
            openerLook="quiet"
            openerIcon="rotate-ccw"
            title={`Revenir à « ${nameOf(version)} », ${shortDayAndHour(madeAt)} ?`}
          >
            <p>
              Les post-its reprennent leurs mots et leur place de ce moment-là. Ce qui est affiché maintenant est gardé
              d’abord, comme une version : rien n’est perdu.
            </p>
            <Form action={addresses.canvas.restore({ ...of, version: number })} submission={`${submission}-${number}`}>
              <Button icon="rotate-ccw">Revenir à cette version</Button>
            </Form>
          </Dialog>
        )}
      </div>
    </>
  )
}

function Compared({ version, difference }: { version: Version | undefined; difference: Difference }) {
  const { added, removed, changed, moved } = difference
  return (
    <section class="section" id="comparaison">
      <h2>
        {version === undefined ? 'Comparaison' : `Depuis « ${nameOf(version)} », ${shortDayAndHour(version.madeAt)}`}
      </h2>
      {isSame(difference) && <p>Rien n’a changé.</p>}
      <Notes title="Ajoutés" notes={added} />
      <Notes title="Supprimés" notes={removed} />
      {changed.length > 0 && (
        <>
          <h3>Modifiés</h3>
          <ul class="lines">
            {changed.map(({ before, after }) => (
              <li key={after.id}>
                <p>
                  <span class="soft small">Avant ({COLOUR_TEXTS[before.colour]}) : </span>
                  <del>{before.body}</del>
                </p>
                <p>
                  <span class="soft small">Maintenant ({COLOUR_TEXTS[after.colour]}) : </span>
                  <ins>{after.body}</ins>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {moved.length > 0 && (
        <>
          <h3>Déplacés</h3>
          <ul class="lines">
            {moved.map(({ note, from }) => (
              <li key={note.id}>
                {note.body}{' '}
                <span class="soft small">
                  de {BLOCK_TEXTS[from].name} à {BLOCK_TEXTS[note.block].name}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Notes({ title, notes }: { title: string; notes: readonly KeptNote[] }) {
  if (notes.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="lines">
        {notes.map(({ id, body, block }) => (
          <li key={id}>
            {body} <span class="soft small">{BLOCK_TEXTS[block].name}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
