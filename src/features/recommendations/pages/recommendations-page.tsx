import { addresses, contentPage, itemOf } from '#addresses'
import { shortDayAndHour } from '#kernel/french-dates'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { Received, Sent } from '../queries.ts'
import { KIND_ARTICLES } from '../texts.ts'

export type RecommendationsPageProps = {
  received?: readonly Received[]
  sent?: readonly Sent[]
  publishes: boolean
  page: number
  pages: number
  path: string
  url: string
}

/** « Mes recommandations »: received, and sent for who contributes (REC-3). */
export function RecommendationsPage(props: RecommendationsPageProps) {
  const { received, sent, publishes, page, pages, path, url } = props
  const here = addresses.mySpace.recommendations
  return (
    <PageFrame>
      <SpaceTabs path={path} publishes={publishes} />
      <PageHeading title="Mes recommandations" />
      {publishes && (
        <Tabs
          label="Recommandations"
          tabs={[
            { href: here({ vue: 'recues' }), text: 'Reçues', current: sent === undefined },
            { href: here({ vue: 'envoyees' }), text: 'Envoyées', current: sent !== undefined },
          ]}
        />
      )}
      {received && <ReceivedList rows={received} />}
      {sent && <SentList rows={sent} />}
      <Pager {...{ page, pages, url }} />
    </PageFrame>
  )
}

function ReceivedList({ rows }: { rows: readonly Received[] }) {
  if (rows.length === 0) {
    return (
      <EmptyState
        icon="bookmark"
        title="Rien pour l’instant"
        text="Ce qu’un professionnel vous recommande, structure, évènement, article, se retrouve ici."
      />
    )
  }
  return (
    <ul class="lines">
      {rows.map(({ id, sender, structure, word, createdAt, ...content }) => (
        <li key={id}>
          <p>
            <ContentLink {...content} />
          </p>
          {word !== '' && <blockquote class="typed">{word}</blockquote>}
          <p class="soft small">
            Par {sender ?? 'un professionnel'}
            {structure && ` (${structure})`}, le {shortDayAndHour(createdAt)}
          </p>
        </li>
      ))}
    </ul>
  )
}

function SentList({ rows }: { rows: readonly Sent[] }) {
  if (rows.length === 0) {
    return (
      <EmptyState
        icon="send"
        title="Vous n’avez rien recommandé"
        text="Au bas de chaque structure, service, article, ressource ou évènement, cliquez sur « Recommander »."
      />
    )
  }
  return (
    <ul class="lines">
      {rows.map(({ id, word, email, createdAt, ...content }) => (
        <li key={id}>
          <p>
            <ContentLink {...content} />
          </p>
          {word !== '' && <blockquote class="typed">{word}</blockquote>}
          <p class="soft small">
            {email === null ? 'Le' : `À ${email}, le`} {shortDayAndHour(createdAt)}
          </p>
        </li>
      ))}
    </ul>
  )
}

type ContentLinkProps = Pick<Received, 'contentId' | 'kind' | 'title' | 'slug'>

function ContentLink({ contentId, kind, title, slug }: ContentLinkProps) {
  if (title === null || slug === null) {
    return (
      <span class="soft">
        Vous ne pouvez pas lire {KIND_ARTICLES[kind]} : réservé aux professionnels, ou plus en ligne
      </span>
    )
  }
  return <a href={contentPage[kind]({ item: itemOf({ id: contentId, slug }) })}>{title}</a>
}
