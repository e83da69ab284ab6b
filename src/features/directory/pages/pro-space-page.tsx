import type { ComponentChildren } from 'preact'
import { addresses } from '#addresses'
import type { ArticleCardProps } from '#features/articles/cards.ts'
import { ArticleCard } from '#features/articles/pages/article-card.tsx'
import type { ResourceCardProps } from '#features/resources/cards.ts'
import { ResourceCard } from '#features/resources/pages/resource-card.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { EventCard, type EventCardProps } from '#ui/event-card.tsx'
import { Band, PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

export type ProSpacePageProps = {
  articles: readonly ArticleCardProps[]
  resources: readonly ResourceCardProps[]
  events: readonly (EventCardProps & { key: number })[]
}

/** « Espace pro »: news, resources and events that only professionals read. */
export function ProSpacePage({ articles, resources, events }: ProSpacePageProps) {
  return (
    <PageFrame>
      <PageHeading
        title="Espace pro"
        lead="Les actualités, les ressources et les rendez-vous réservés aux professionnels de l’accompagnement."
        actions={
          <ButtonLink href={addresses.directory()} look="plain" icon="users">
            Annuaire des professionnels
          </ButtonLink>
        }
      />
      <Part
        title="Actualités"
        more={{ href: addresses.articles.all(), text: 'Tous les articles' }}
        empty="Aucune actualité réservée aux professionnels pour le moment. Un article d’accès « Pro » paraît ici."
      >
        {articles.map((card) => (
          <ArticleCard key={card.href} card={card} />
        ))}
      </Part>
      <Part
        title="Ressources"
        more={{ href: addresses.resources.all(), text: 'Toute la base ressource' }}
        empty="Aucune ressource privée ne vous est ouverte pour le moment."
      >
        {resources.map((card) => (
          <ResourceCard key={card.href} card={card} />
        ))}
      </Part>
      <Part
        title="Rendez-vous"
        more={{ href: addresses.agenda(), text: 'Tout l’agenda' }}
        empty="Aucune date réservée aux professionnels pour le moment."
      >
        {events.map((card) => (
          <EventCard {...card} key={card.key} />
        ))}
      </Part>
    </PageFrame>
  )
}

type PartProps = {
  title: string
  more: { href: string; text: string }
  empty: string
  children: readonly ComponentChildren[]
}

function Part({ title, more, empty, children }: PartProps) {
  return (
    <Band title={title} more={more}>
      {children.length === 0 ? <p class="soft">{empty}</p> : <CardList>{children}</CardList>}
    </Band>
  )
}
