import { addresses } from '#addresses'
import { frenchDay } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card, CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Hidden } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import type { SavedOrientation } from '../saved-queries.ts'

export type OrientationsPageProps = {
  saved: readonly SavedOrientation[]
  now: Instant
  publishes: boolean
  submission: string
}

const { orientations, watchOrientation, removeOrientation } = addresses.mySpace

/** « Mes orientations »: each opens its results of today. */
export function OrientationsPage({ saved, now, publishes, submission }: OrientationsPageProps) {
  const again = <ButtonLink href={addresses.orientation.start()}>Nouvelle orientation</ButtonLink>
  return (
    <PageFrame>
      <PageHeading title="Mes orientations" actions={again} />
      <SpaceTabs path={orientations()} publishes={publishes} />
      {saved.length === 0 ? (
        <EmptyState
          title="Aucune orientation enregistrée"
          text="Répondez à quelques questions, puis enregistrez les résultats : vous les retrouverez ici."
          action={{ href: addresses.orientation.start(), text: 'Commencer' }}
        />
      ) : (
        <CardList label="Mes orientations">
          {saved.map((one) => (
            <Saved key={one.id} one={one} {...{ now, submission }} />
          ))}
        </CardList>
      )}
    </PageFrame>
  )
}

function Saved({ one, now, submission }: { one: SavedOrientation; now: Instant; submission: string }) {
  const { id, name, criteria, createdAt, watched } = one
  const foot = <Gestures {...{ id, name, watched, submission }} />
  return (
    <Card href={addresses.orientation.results() + (criteria && `?${criteria}`)} title={name} level={2} foot={foot}>
      <p class="soft small">
        Enregistrée le {frenchDay(createdAt, now)}.{' '}
        {watched ? 'Vous êtes prévenu des nouveautés.' : 'Vous n’êtes pas prévenu des nouveautés.'}
      </p>
    </Card>
  )
}

function Gestures(props: { id: number; name: string; watched: boolean; submission: string }) {
  const { id, name, watched, submission } = props
  return (
    <div class="row above-card">
      <Form action={watchOrientation({ orientation: id })} submission={submission} look="inline">
        <Hidden name="prevenir" value={watched ? 'non' : 'oui'} />
        <Button look="plain" size="slim">
          {watched ? 'Ne plus me prévenir' : 'Me prévenir'}
          <span class="unseen"> : {name}</span>
        </Button>
      </Form>
      <Form action={removeOrientation({ orientation: id })} submission={submission} look="inline">
        <Button look="quiet" size="slim">
          Retirer<span class="unseen"> : {name}</span>
        </Button>
      </Form>
    </div>
  )
}
