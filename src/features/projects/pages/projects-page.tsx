import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { shortDayAndHour } from '#kernel/french-dates'
import { ButtonLink } from '#ui/button.tsx'
import { Card, CardList } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Band, PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import type { ProjectRow } from '../sheet-queries.ts'
import { CONFIDENTIAL_TEXTS } from '../texts.ts'
import { FreshChip } from './fresh-chip.tsx'

export type ProjectsPageProps = {
  own: readonly ProjectRow[]
  /** « Projets qui me sont confiés »; undefined for who is no professional. */
  entrusted: readonly ProjectRow[] | undefined
  page: number
  pages: number
  url: string
  /** Who publishes has more sides to « Mon espace ». */
  publishes: boolean
}

/** One’s own projects, and those that were entrusted. */
export function ProjectsPage({ own, entrusted, page, pages, url, publishes }: ProjectsPageProps) {
  const isAdviser = entrusted !== undefined
  const mine = <Band title="Mes projets">{own.length === 0 ? <NoneYet /> : <ProjectCards projects={own} />}</Band>
  return (
    <PageFrame>
      <SpaceTabs path={addresses.projects.all()} publishes={publishes} />
      <PageHeading
        title="Projets"
        lead={CONFIDENTIAL_TEXTS[isAdviser ? 'entrusted' : 'own']}
        actions={
          <ButtonLink href={addresses.projects.new()} icon="plus" look={isAdviser ? 'plain' : 'main'}>
            Écrire une fiche projet
          </ButtonLink>
        }
      />
      {isAdviser && <Entrusted projects={entrusted} />}
      {(!isAdviser || own.length > 0) && mine}
      <Pager {...{ page, pages, url }} />
    </PageFrame>
  )
}

function NoneYet() {
  return (
    <EmptyState
      icon="lightbulb"
      title="Pas encore de projet"
      text="Écrivez votre idée, même en trois lignes : vous la compléterez quand vous voudrez, et vous choisirez qui la lit."
      action={{ href: addresses.projects.new(), text: 'Écrire ma fiche projet' }}
    />
  )
}

function Entrusted({ projects }: { projects: readonly ProjectRow[] }) {
  return (
    <Band title="Projets qui me sont confiés">
      {projects.length === 0 ? (
        <EmptyState
          icon="handshake"
          title="Aucun projet pour l’instant"
          text="Un créateur vous confie son projet en saisissant l’adresse e-mail de votre compte professionnel. Vous recevez alors un mail."
        />
      ) : (
        <ProjectCards projects={projects} />
      )}
    </Band>
  )
}

/** Projects as cards, with what moved last. */
function ProjectCards({ projects }: { projects: readonly ProjectRow[] }) {
  return (
    <CardList>
      {projects.map(({ id, name, state, isOwn, owner, comments, fresh, lastComment, updatedAt }) => (
        <Card
          key={id}
          href={addresses.projects.one({ project: id })}
          title={name}
          foot={
            <p class="soft small">
              {comments === 0
                ? `Modifié le ${shortDayAndHour(updatedAt)}`
                : `${plural(comments, 'commentaire')}, le dernier le ${lastComment && shortDayAndHour(lastComment)}`}
            </p>
          }
        >
          {!isOwn && <p>Projet de {owner}</p>}
          {!isOwn && state === 'active' && <FreshChip fresh={fresh} />}
          {state === 'archived' && (
            <p>
              <Chip tone="sun">Archivé</Chip>
            </p>
          )}
        </Card>
      ))}
    </CardList>
  )
}
