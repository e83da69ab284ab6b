import { addresses } from '#addresses'
import { Card, CardList } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EventCard } from '#ui/event-card.tsx'
import { Band } from '#ui/page-frame.tsx'
import { Reasons } from '#ui/reasons.tsx'
import type { DateCard, ResultCard } from '../routes-results-props.ts'

type More = { href: string; text: string }

/** Services, structures or texts. */
export function ResultGroup(props: { title: string; cards: readonly ResultCard[]; none: string; more: More }) {
  const { title, cards, none, more } = props
  return (
    <Band title={title} more={more}>
      {cards.length === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <CardList>
          {cards.map((card) => (
            <Result key={card.href} card={card} />
          ))}
        </CardList>
      )}
    </Band>
  )
}

function Result({ card }: { card: ResultCard }) {
  const { href, title, summary, note, reasons, only, reserved } = card
  const foot = (note !== '' || only !== '' || reserved) && (
    <div class="row">
      {note !== '' && <p class="soft small">{note}</p>}
      {only !== '' && <Chip tone="sun">{only}</Chip>}
      {reserved && <Reserved />}
    </div>
  )
  return (
    <Card href={href} title={title} foot={foot || undefined}>
      {summary && <p class="soft clamp">{summary}</p>}
      <Reasons reasons={reasons} />
    </Card>
  )
}

const Reserved = () => (
  <Chip tone="brick" icon="lock">
    Réservé aux professionnels
  </Chip>
)

/** Coming dates with places left. */
export function DateGroup({ dates, more }: { dates: readonly DateCard[]; more: More }) {
  return (
    <Band title="Prochains évènements" more={more}>
      {dates.length === 0 ? (
        <p class="soft">Aucune date avec des places libres ne répond à tout : élargissez la période ou la distance.</p>
      ) : (
        <CardList>
          {dates.map(({ card, dateId, reasons, reserved }) => (
            <EventCard key={dateId} {...card} reasons={reserved ? [...reasons, RESERVED] : reasons} />
          ))}
        </CardList>
      )}
    </Band>
  )
}

const RESERVED = 'réservé aux professionnels'

export const NothingFound = () => (
  <EmptyState
    title="Rien ne répond à toutes ces réponses"
    text="Retirez un critère ci-dessus : la période, la situation ou « gratuit seulement » sont ceux qui écartent le plus."
    action={{ href: addresses.orientation.results(), text: 'Tout voir' }}
  />
)
