import { addresses } from '#addresses'
import type { ArticleCardProps } from '#features/articles/cards.ts'
import { ArticleCard } from '#features/articles/pages/article-card.tsx'
import { CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EventCard, type EventCardProps } from '#ui/event-card.tsx'
import { Band } from '#ui/page-frame.tsx'
import { StructureCard, type StructureCardProps } from '#ui/structure-card.tsx'
import { Climb } from './climb.tsx'
import { Hills } from './hills.tsx'
import { StageQuestion } from './stage-question.tsx'

export type HomePageProps = {
  events: readonly EventCardProps[]
  structures: readonly StructureCardProps[]
  articles: readonly ArticleCardProps[]
  /** « Lyon », « la Loire »: where the events are, when it is known. */
  near?: string
}

/** The first minute: one question, what happens soon, who can help. */
export function HomePage({ events, structures, articles, near }: HomePageProps) {
  return (
    <>
      <section class="hero">
        <div class="wrap">
          <div class="hero-head">
            <div class="hero-words">
              <h1>
                Créer son entreprise, <br />
                bien entouré.
              </h1>
              <p class="lead">
                Trouvez près de chez vous qui peut vous aider et où aller. C’est gratuit, et vous n’avez pas besoin de
                compte pour commencer.
              </p>
            </div>
            <Climb />
          </div>
          <StageQuestion />
        </div>
        <Hills />
      </section>
      <div class="wrap">
        <Band
          title={near ? `Bientôt, autour de ${near}` : 'Bientôt'}
          more={{ href: addresses.agenda(), text: 'Tout l’agenda' }}
        >
          <Events events={events} />
        </Band>
        {structures.length > 0 && (
          <Band
            title="Ils peuvent vous accompagner"
            more={{ href: addresses.structures.all(), text: 'Toutes les structures' }}
          >
            <CardList>
              {structures.map((structure) => (
                <StructureCard key={structure.href} {...structure} />
              ))}
            </CardList>
          </Band>
        )}
        {articles.length > 0 && (
          <Band title="À lire" more={{ href: addresses.articles.all(), text: 'Tous les articles' }}>
            <CardList>
              {articles.map((card) => (
                <ArticleCard key={card.href} card={card} />
              ))}
            </CardList>
          </Band>
        )}
      </div>
    </>
  )
}

function Events({ events }: { events: readonly EventCardProps[] }) {
  if (events.length === 0) {
    return (
      <EmptyState
        level={3}
        icon="calendar"
        title="Rien de prévu pour l’instant"
        text="Les structures publient leurs ateliers au fil des semaines. En attendant, elles reçoivent aussi sur rendez-vous."
        action={{ href: addresses.structures.all(), text: 'Trouver une structure' }}
      />
    )
  }
  return (
    <CardList>
      {events.map((event) => (
        <EventCard key={event.href} {...event} />
      ))}
    </CardList>
  )
}
