import type { VNode } from 'preact'
import { addresses, itemOf } from '#addresses'
import { sectorText } from '#features/territory/sectors.ts'
import { enumerate } from '#kernel/french'
import { frenchDay, longDay } from '#kernel/french-dates'
import { shownHtml } from '#kernel/rich-text/shown'
import type { Instant } from '#kernel/time'
import { Chip } from '#ui/chip.tsx'
import { Facts } from '#ui/facts.tsx'
import { Notice } from '#ui/flash.tsx'
import { PageFrame, Panel, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { RichText } from '#ui/rich-text.tsx'
import { contentsOf, withAnchors } from '../anchors.ts'
import type { ArticleFacts } from '../queries.ts'

export type ArticlePageProps = {
  facts: ArticleFacts
  /** The names of its départements. */
  departements: readonly string[]
  now: Instant
  image: VNode | null
  attached: VNode | null
  /** « Voir », « Modifier », « Historique », for those who write it. */
  tabs: VNode | null
  /** Where it stands, for those who write or judge it. */
  standing: VNode | null
  foot?: VNode | null
}

/** An article, to be read: the text in one column, what it contains beside it. */
export function ArticlePage(props: ArticlePageProps) {
  const { facts, image, attached, tabs, standing } = props
  const { article, presentationFormat } = facts
  const { anchors } = withAnchors(presentationFormat === 'html' ? shownHtml(facts.presentation) : '')
  const lines = contentsOf(anchors)
  return (
    <PageFrame>
      {tabs}
      <PageHeading
        title={facts.title}
        crumbs={[{ href: addresses.articles.all(), text: 'Articles' }]}
        chips={<Categories facts={facts} />}
        lead={facts.summary}
      />
      {standing}
      <SourceNotice article={article} />
      <TwoColumns side={<About {...props} contents={lines} />}>
        {image}
        {article.subtitle && <p class="subtitle">{article.subtitle}</p>}
        <RichText format={presentationFormat} value={facts.presentation} finish={(html) => withAnchors(html).html} />
        {attached}
        {props.foot}
      </TwoColumns>
    </PageFrame>
  )
}

function Categories({ facts }: { facts: ArticleFacts }) {
  const { rights, article, sectors } = facts
  return (
    <>
      {rights.access === 'pro' && (
        <Chip tone="brick" icon="lock">
          Réservé aux professionnels
        </Chip>
      )}
      {article.demo && <Chip tone="sun">Exemple</Chip>}
      {sectors.map((sector) => (
        <Chip key={sector}>{sectorText(sector)}</Chip>
      ))}
    </>
  )
}

/** Said before the text: rules have changed since. */
function SourceNotice({ article }: { article: ArticleFacts['article'] }) {
  if (article.sourceDate === null) return null
  return (
    <Notice tone="warn" title={`Texte de ${article.sourceDate.slice(0, 4)} : des règles ont changé`}>
      <p>
        Ce texte vient de {article.sourceUrl ? <a href={article.sourceUrl}>service-public.fr</a> : 'service-public.fr'}{' '}
        (DILA, Licence Ouverte 2.0), tel qu’il était le {longDay(article.sourceDate)}. Vérifiez montants et démarches
        avant d’agir.
      </p>
    </Notice>
  )
}

function About(props: ArticlePageProps & { contents: ReturnType<typeof contentsOf> }) {
  const { facts, departements, now, contents } = props
  const { publisher, publishedAt, article } = facts
  const published = publishedAt === null || article.sourceDate !== null ? undefined : frenchDay(publishedAt, now)
  return (
    <>
      {contents.length > 0 && (
        <nav class="panel" aria-label="Dans cet article">
          <h2>Dans cet article</h2>
          <ul class="anchors">
            {contents.map(({ id, title, level }) => (
              <li key={id} class={level === 3 ? 'inner' : undefined}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Panel title="À propos">
        <Facts
          facts={[
            {
              term: 'Publié par',
              icon: 'building-2',
              detail: publisher && (
                <a href={addresses.structures.one({ item: itemOf(publisher) })}>{publisher.title}</a>
              ),
            },
            { term: 'Publié le', icon: 'clock', detail: published },
            { term: 'Concerne', icon: 'map-pin', detail: enumerate(departements) || 'toute la région' },
          ]}
        />
      </Panel>
    </>
  )
}
