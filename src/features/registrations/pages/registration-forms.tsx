import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import type { RegistrationDetail } from '../queries.ts'

type Props = { registration: Pick<RegistrationDetail, 'key' | 'state'>; submission: string }

/** Confirms an address, or accepts an offer; an offer may be refused beside it. */
export function ConfirmForm({ registration: { key, state }, submission, mayRefuse }: Props & { mayRefuse: boolean }) {
  const isOffer = state === 'offered'
  const confirms = state === 'waiting' ? 'Confirmer mon adresse' : 'Confirmer mon inscription'
  return (
    <Form action={addresses.registrations.confirm({ key })} submission={submission}>
      <div class="row">
        <Button icon="check">{isOffer ? 'Accepter la place' : confirms}</Button>
        {isOffer && mayRefuse && (
          <Button look="plain" action={addresses.registrations.cancel({ key })}>
            Refuser la place
          </Button>
        )}
      </div>
    </Form>
  )
}

export function CancelForm({ registration: { key, state }, submission }: Props) {
  if (state === 'offered') return null
  const waits = state === 'waiting'
  return (
    <section class="section" id="annulation">
      <h2>Vous ne pouvez plus venir ?</h2>
      <p>
        {waits
          ? 'Quittez la liste d’attente : les personnes suivantes avancent d’un rang.'
          : 'Rendez votre place : elle va tout de suite à la première personne qui attend.'}{' '}
        Vous recevrez un mail{state === 'confirmed' ? ', et l’invitation disparaîtra de votre agenda.' : '.'}
      </p>
      <Form action={addresses.registrations.cancel({ key })} submission={submission}>
        <Button look="danger">{waits ? 'Quitter la liste d’attente' : 'Annuler mon inscription'}</Button>
      </Form>
    </section>
  )
}
