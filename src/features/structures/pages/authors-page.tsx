import type { NamedAuthor, OpenInvitation } from '#features/contents/author-queries.ts'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { shortDay } from '#kernel/french-dates'
import { Button } from '#ui/button.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

export type AuthorsPageProps = {
  kind: Pick<KindOfContent, 'kind' | 'address'>
  item: string
  title: string
  action: string
  authors: readonly NamedAuthor[]
  invitations: readonly OpenInvitation[]
  state: FormState
  /** An administrator names without asking, and dismisses. */
  isAdministrator: boolean
  newSubmission(): string
}

/** Who keeps a structure and its services true, and how a colleague joins (STR-2). */
export function AuthorsPage(props: AuthorsPageProps) {
  const { kind, item, title, action, authors, invitations } = props
  return (
    <PageFrame width="narrow">
      <ContentTabs
        kind={kind}
        item={item}
        current="other"
        others={[{ href: action, text: 'Auteurs', current: true }]}
      />
      <PageHeading title={`Auteurs : ${title}`} lead="Les auteurs d’une structure sont aussi ceux de ses services." />
      <Panel title="Auteurs">
        {authors.length === 0 && <p>Personne ne gère encore cette fiche.</p>}
        <ul class="plain-list">
          {authors.map((author) => (
            <li key={author.id} class="row">
              <span>
                {author.name} <span class="soft">depuis le {shortDay(author.since)}</span>
              </span>
              {props.isAdministrator && (
                <OneButton {...props} gesture={`retirer.${author.id}`} text="Retirer" name={author.name} />
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {invitations.length > 0 && (
        <Panel title="Invitations en cours">
          <ul class="plain-list">
            {invitations.map(({ id, email, createdAt, state }) => (
              <li key={id} class="row">
                <span>
                  {email}{' '}
                  <span class="soft">
                    {state === 'sent'
                      ? `invité le ${shortDay(createdAt)}`
                      : 'a accepté, attend la validation de son compte'}
                  </span>
                </span>
                <OneButton {...props} gesture={`annuler.${id}`} text="Annuler" name={email} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Invite {...props} />
    </PageFrame>
  )
}

function OneButton(props: AuthorsPageProps & { gesture: string; text: string; name: string }) {
  return (
    <Form action={props.action} submission={props.newSubmission()} look="inline">
      <Hidden name="geste" value={props.gesture} />
      <Button look="quiet" size="slim" icon="x">
        {props.text}
        <span class="unseen"> : {props.name}</span>
      </Button>
    </Form>
  )
}

function Invite({ action, state, isAdministrator, newSubmission }: AuthorsPageProps) {
  return (
    <Panel title={isAdministrator ? 'Désigner ou inviter' : 'Inviter un collègue'}>
      <ErrorSummary state={state} />
      <Form action={action} submission={newSubmission()}>
        <Field
          state={state}
          name="courriel"
          label="Adresse e-mail"
          type="email"
          hint="Un mail lui donne un lien, valable quatorze jours. Sans compte, il en crée un ; il devient auteur dès que son compte professionnel est validé."
        />
        <SaveBar>
          <Button name="geste" value="inviter" icon="send">
            Envoyer l’invitation
          </Button>
          {isAdministrator && (
            <Button name="geste" value="designer" look="plain">
              Désigner sans attendre
            </Button>
          )}
        </SaveBar>
      </Form>
    </Panel>
  )
}
