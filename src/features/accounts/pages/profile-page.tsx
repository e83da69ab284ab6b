import type { VNode } from 'preact'
import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { Band, PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Prose } from '#ui/prose.tsx'

type Props = {
  email: string
  role: string
  facts: readonly Fact[]
  /** Where a request for a professional account stands, when it was not granted. */
  request?: { kind: 'pending' } | { kind: 'refused'; reason: string }
  sessions: number
  state: FormState
  submission: string
  /** What other features show here. */
  blocks: readonly (VNode | null)[]
}

function Request({ request }: Pick<Props, 'request'>) {
  if (request === undefined) return null
  if (request.kind === 'pending') {
    return (
      <Notice tone="info" title="Votre compte professionnel attend sa validation">
        <p>Vous recevrez un mail dès que c’est fait. En attendant, vous avez les droits d’un créateur.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warn" title="Votre demande de compte professionnel n’a pas été acceptée">
      <Prose text={request.reason} />
      <p>
        Une précision à apporter ? <a href={addresses.contact({ sujet: 'structure' })}>Écrivez-nous</a>.
      </p>
    </Notice>
  )
}

export function ProfilePage({ email, role, facts, request, sessions, state, submission, blocks }: Props) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Mon profil"
        crumbs={[{ href: addresses.mySpace.home(), text: 'Mon espace' }]}
        chips={<Chip icon="user">{role}</Chip>}
      />
      <Request request={request} />
      <ErrorSummary state={state} />
      <Form action={addresses.mySpace.profile()} submission={submission}>
        <Field state={state} name="nom" label="Prénom et nom" autocomplete="name" maxLength={200} />
        <SaveBar>
          <Button>Enregistrer</Button>
        </SaveBar>
      </Form>
      <Band title="Mon compte">
        <Facts facts={[{ term: 'Adresse e-mail', detail: email, icon: 'mail' }, ...facts]} />
      </Band>
      {blocks}
      <Band title="Appareils connectés">
        <p>
          Votre compte est ouvert sur {plural(sessions, 'appareil')}, celui-ci compris. Un doute, un ordinateur partagé
          ? Déconnectez-les tous : il faudra se reconnecter, ici aussi.
        </p>
        <Form action={addresses.mySpace.signOutEverywhere()}>
          <div class="row">
            <Button look="danger" icon="log-out">
              Se déconnecter partout
            </Button>
          </div>
        </Form>
      </Band>
    </PageFrame>
  )
}
