import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { Icon } from '#ui/icon.tsx'
import { Panel } from '#ui/page-frame.tsx'
import { type DateChoice, DateChoices, WordsByChoice } from './date-choices.tsx'
import { type PrescriptionDate, PrescriptionInvitation } from './prescription-invitation.tsx'
import { WhoRegisters } from './who-registers.tsx'

export type OwnPlace = { key: string; text: string; date: string; look: 'fir' | 'sun' | 'brick' }

export type RegistrationBlockProps = {
  item: string
  dates: readonly DateChoice[]
  own: readonly OwnPlace[]
  /** The dates where professionals enrol those they support. */
  prescriptions: readonly PrescriptionDate[]
  mayPrescribe: boolean
  person: { name: string; email: string } | undefined
  form: FormState
  submission: string
}

/** « Inscription »: one’s own places, the direct list, the list of professionals; each only where it exists (REG-1). */
export function RegistrationBlock(props: RegistrationBlockProps) {
  const { item, dates, own, prescriptions, mayPrescribe } = props
  return (
    <Panel title="Inscription" id="inscription" sticky>
      <OwnPlaces own={own} />
      {dates.length > 0 && <DirectForm {...props} />}
      {prescriptions.length > 0 && (
        <PrescriptionInvitation {...{ item, prescriptions, mayPrescribe }} alone={dates.length === 0} />
      )}
    </Panel>
  )
}

const LOOK_ICONS = { fir: 'circle-check', sun: 'hourglass', brick: 'circle-alert' } as const

function OwnPlaces({ own }: { own: readonly OwnPlace[] }) {
  if (own.length === 0) return null
  return (
    <ul class="own-places">
      {own.map(({ key, text, date, look }) => (
        <li key={key} class={look}>
          <Icon name={LOOK_ICONS[look]} />
          <span>
            {text} : <a href={addresses.registrations.one({ key })}>{date}</a>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Choose a date, say who one is, once. Nothing else is asked (REG-5). */
function DirectForm({ item, dates, own, person, form, submission }: RegistrationBlockProps) {
  const open = dates.filter((date) => !date.closed)
  const enter = own.length > 0 ? 'M’inscrire à une autre date' : 'M’inscrire'
  return (
    <Form action={`${addresses.events.register({ item })}#inscription`} submission={submission}>
      <ErrorSummary state={form} />
      <DateChoices dates={dates} form={form} />
      {open.length > 0 && <WhoRegisters person={person} form={form} />}
      {open.length === 0 ? (
        <p class="soft">Aucune {own.length > 0 && 'autre '}date n’est ouverte à l’inscription pour le moment.</p>
      ) : (
        <Button size="wide">
          <WordsByChoice free={enter} full="Rejoindre la liste d’attente" />
        </Button>
      )}
    </Form>
  )
}
