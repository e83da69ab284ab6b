import type { ArticleFacts } from './queries.ts'

/** schema.org, for what anybody may read. */
export function articleJsonLd(facts: ArticleFacts, url: string, image: string | undefined): object {
  const { title, summary, publishedAt, updatedAt, article, publisher } = facts
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    description: summary,
    url,
    ...(image === undefined ? {} : { image }),
    ...(article.subtitle === '' ? {} : { alternativeHeadline: article.subtitle }),
    ...(publishedAt === null ? {} : { datePublished: publishedAt.toString() }),
    dateModified: article.sourceDate ?? updatedAt.toString(),
    ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: publisher.title } }),
    ...(article.sourceUrl === null ? {} : { isBasedOn: article.sourceUrl }),
  }
}
