import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Radios } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Facts } from '#ui/facts.tsx'
import { TextArea } from '#ui/field.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { Panel } from '#ui/page-frame.tsx'
import type { GivenRole } from '../rules.ts'
import { ROLE_TEXTS } from '../texts.ts'

export type PendingProps = {
  id: number
  name: string
  email: string
  structure: string
  /** Whether the structure was chosen in the directory. */
  chosen: boolean
  job: string
  phone: string
  departement: string
  age: string
  wantsToPublish: boolean
  state: FormState
  submission: string
}

const roles: readonly { value: GivenRole; text: string; hint: string }[] = [
  { value: 'professional', text: ROLE_TEXTS.professional, hint: 'Publie, prescrit, recommande.' },
  { value: 'reader', text: ROLE_TEXTS.reader, hint: 'Lit les contenus réservés aux professionnels, ne publie pas.' },
]

/** One request: who, where from, and the two answers with the mail that each one sends. */
export function PendingAccount(account: PendingProps) {
  return (
    <Panel title={account.name} id={`compte-${account.id}`}>
      <p class="row">
        <Chip icon="hourglass" tone="sun">
          En attente {account.age}
        </Chip>
        <Chip>{account.wantsToPublish ? 'Souhaite publier' : 'Ne souhaite pas publier'}</Chip>
      </p>
      <Facts
        facts={[
          {
            term: 'Structure',
            detail: account.chosen ? account.structure : `${account.structure} (nom tapé, absent de l’annuaire)`,
            icon: 'building-2',
          },
          { term: 'Fonction', detail: account.job },
          { term: 'Département', detail: account.departement, icon: 'map-pin' },
          { term: 'Adresse e-mail', detail: account.email, icon: 'mail' },
          { term: 'Téléphone', detail: account.phone, icon: 'phone' },
        ]}
      />
      <ErrorSummary state={account.state} form={String(account.id)} />
      <ValidationForm {...account} />
      <RefusalForm {...account} />
    </Panel>
  )
}

function ValidationForm({ id, state, submission }: PendingProps) {
  return (
    <Form action={addresses.admin.validateAccount({ person: id })} submission={submission}>
      <Radios state={state} form={String(id)} name="role" label="Valider comme" options={roles} />
      <p class="hint">Un mail lui dira que son compte est validé et ce qu’il lui permet.</p>
      <SaveBar>
        <Button icon="check">Valider</Button>
      </SaveBar>
    </Form>
  )
}

function RefusalForm({ id, name, state, submission }: PendingProps) {
  return (
    <Disclosure title="Refuser cette demande" open={state.errors.motif !== undefined}>
      <Form action={addresses.admin.refuseAccount({ person: id })} submission={submission}>
        <TextArea
          state={state}
          form={String(id)}
          name="motif"
          label="Motif"
          hint={`Le mail dira : « Bonjour ${name}, votre demande de compte professionnel n’a pas été acceptée. Voici le motif : » suivi de votre texte tel quel. Le compte garde les droits d’un créateur.`}
          maxLength={2000}
        />
        <SaveBar>
          <Button look="danger" icon="x">
            Refuser
          </Button>
        </SaveBar>
      </Form>
    </Disclosure>
  )
}
