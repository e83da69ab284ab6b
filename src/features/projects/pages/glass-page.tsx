import { addresses } from '#addresses'
import { shortDayAndHour } from '#kernel/french-dates'
import { type Instant, isBefore } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Field, TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { ErrorSummary, Form, FormSection } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { Opening } from '../glass-queries.ts'

type GlassPageProps = { state: FormState; openings: readonly Opening[]; submission: string; now: Instant }

/** « Bris de glace »: the only way for an administrator to read a project (N9). */
export function GlassPage({ state, openings, submission, now }: GlassPageProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Bris de glace"
        crumbs={[{ href: addresses.admin.home(), text: 'Administration' }]}
        lead="Les projets ne sont lus que par leur créateur et les professionnels qu’il a autorisés."
      />
      <Notice tone="warn" title="Avant d’ouvrir un projet">
        <p>
          Son créateur reçoit aussitôt un mail avec votre motif. Vous lisez pendant une heure, sans rien pouvoir écrire,
          et chaque page ouverte est inscrite au journal.
        </p>
      </Notice>
      <ErrorSummary state={state} />
      <Form action={addresses.admin.glass()} submission={submission}>
        <FormSection title="Ouvrir un projet">
          <Field
            state={state}
            name="projet"
            label="Numéro du projet, ou adresse de sa page"
            hint="Demandez-la au créateur : il la lit en haut de son navigateur, par exemple « …/projets/12 »."
            maxLength={300}
          />
          <TextArea
            state={state}
            name="motif"
            label="Motif"
            hint="Le créateur le lira tel quel. Exemple : « Vous nous avez demandé par mail de retrouver un document. »"
            rows={3}
            maxLength={1000}
          />
          <div class="row">
            <Button icon="lock" look="danger">
              Briser la glace et prévenir le créateur
            </Button>
          </div>
        </FormSection>
      </Form>
      <section class="section">
        <h2>Ouvertures</h2>
        {openings.length === 0 && <p class="soft">Aucune jusqu’ici.</p>}
        <ul class="lines">
          {openings.map(({ id, projectId, reason, openedAt, endsAt, administrator }) => (
            <li key={id}>
              <p>
                {isBefore(now, endsAt) ? (
                  <a href={addresses.projects.one({ project: projectId })}>Projet {projectId}</a>
                ) : (
                  `Projet ${projectId}`
                )}
                , le {shortDayAndHour(openedAt)} par {administrator ?? 'un compte supprimé'}
              </p>
              <p class="typed soft">{reason}</p>
            </li>
          ))}
        </ul>
      </section>
    </PageFrame>
  )
}
