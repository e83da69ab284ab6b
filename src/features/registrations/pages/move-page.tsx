import { addresses } from '#addresses'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { RegistrationDetail } from '../queries.ts'
import { takesSeat } from '../rules.ts'
import type { DateChoice } from './date-choices.tsx'
import { MoveForm } from './move-form.tsx'

type Props = {
  registration: RegistrationDetail
  eventName: string
  dates: readonly DateChoice[]
  form: FormState
  submission: string
  now: Instant
}

/** « Choisir une autre date » of one registration. */
export function MovePage(props: Props) {
  const { registration, eventName, now } = props
  const { date, key, state } = registration
  const present = frenchRange(date.startsAt, date.endsAt ?? undefined, now)
  const own = addresses.registrations.one({ key })
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Choisir une autre date"
        lead={`${eventName}. Aujourd’hui vous avez : ${present}.`}
        crumbs={[
          { href: addresses.agenda(), text: 'Agenda' },
          { href: own, text: 'Votre inscription' },
        ]}
      />
      <MoveForm {...props} title="Les autres dates" />
      <p class="soft">
        {takesSeat(state) && date.cancelledAt === null
          ? 'Votre place actuelle est rendue quand vous prenez une autre date, même si vous y rejoignez la liste d’attente. '
          : ''}
        Un mail vous le confirme, et votre agenda suit.
      </p>
      <p>
        <ButtonLink href={own} look="quiet" icon="arrow-left">
          Garder ma date
        </ButtonLink>
      </p>
    </PageFrame>
  )
}
