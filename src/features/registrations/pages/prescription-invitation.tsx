import { addresses } from '#addresses'
import { ButtonLink } from '#ui/button.tsx'

export type PrescriptionDate = { listId: number; text: string; cancelled: boolean; seats: string; open: boolean }

type Props = {
  item: string
  prescriptions: readonly PrescriptionDate[]
  mayPrescribe: boolean
  /** No direct list stands above. */
  alone: boolean
}

/** The list by prescription: a way in for professionals who contribute, a way to one of them for everybody else (REG-6). */
export function PrescriptionInvitation({ item, prescriptions, mayPrescribe, alone }: Props) {
  return (
    <section class={alone ? 'prescriptions' : 'prescriptions apart'}>
      <h3>{mayPrescribe ? 'Inscription par prescription' : 'Inscription par un professionnel'}</h3>
      <ul class="prescription-dates">
        {prescriptions.map(({ listId, text, cancelled, seats }) => (
          <li key={listId}>
            <b>{cancelled ? <s>{text}</s> : text}</b>
            <span class="small">{seats}</span>
          </li>
        ))}
      </ul>
      {mayPrescribe ? <ToPrescribe item={item} open={prescriptions.some(({ open }) => open)} /> : <ToStructures />}
    </section>
  )
}

function ToPrescribe({ item, open }: { item: string; open: boolean }) {
  if (!open) return <p class="soft">Aucune date n’est ouverte aux prescriptions pour le moment.</p>
  return (
    <ButtonLink href={addresses.events.prescribe({ item })} look="plain" size="wide" icon="users">
      Inscrire une personne que j’accompagne
    </ButtonLink>
  )
}

function ToStructures() {
  return (
    <p>
      Ces places sont données par un professionnel de l’accompagnement : parlez-en à votre conseiller, ou{' '}
      <a href={addresses.structures.all()}>trouvez une structure près de chez vous</a>.
    </p>
  )
}
