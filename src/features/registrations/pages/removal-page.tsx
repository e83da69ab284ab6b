import { addresses } from '#addresses'
import type { Instant } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form, SaveBar } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { ListChoice } from '../organiser-queries.ts'
import { dateText } from '../organiser-texts.ts'
import type { RegistrationState } from '../rules.ts'
import { STATE_TEXTS } from '../texts.ts'

export type RemovalPageProps = {
  list: ListChoice
  person: { id: number; name: string; email: string; state: RegistrationState }
  freesSeat: boolean
  submission: string
  now: Instant
}

/** What taking somebody off a list does to people, before it is done. */
export function RemovalPage({ list, person, freesSeat, submission, now }: RemovalPageProps) {
  const back = addresses.mySpace.eventRegistrations({ liste: list.listId })
  const movesUp = freesSeat && list.waiting > 0
  return (
    <PageFrame width="narrow">
      <PageHeading
        title={`Retirer ${person.name || 'cette personne'} de la liste ?`}
        crumbs={[{ href: back, text: 'Événements-inscriptions' }]}
        lead={`${list.title}, ${dateText(list, now)}`}
      />
      <Notice tone="warn" title={`Un mail préviendra ${person.email}`}>
        <p>
          Son inscription ({STATE_TEXTS[person.state]}) sera annulée.{' '}
          {movesUp && 'La place reviendra à la première personne de la liste d’attente, prévenue elle aussi. '}
          {list.kind === 'prescription' && 'Le professionnel qui l’a inscrite l’apprend aussi. '}
          Cette personne pourra revenir tant que la liste est ouverte.
        </p>
      </Notice>
      <Form
        action={addresses.registrants.removal({ liste: list.listId, inscription: person.id })}
        submission={submission}
      >
        <SaveBar>
          <Button look="danger" icon="x">
            Retirer de la liste
          </Button>
          <a href={back}>Garder cette personne</a>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}
