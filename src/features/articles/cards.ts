import { addresses, itemOf } from '#addresses'
import { frenchDay, longDay } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { ArticleCardFacts } from './queries.ts'

export type ArticleCardProps = {
  href: string
  title: string
  summary: string
  /** « mardi 3 novembre », or the day that the source gives. */
  when: string
  notes: readonly string[]
  isPro: boolean
}

/** An article as a card: what it says in two lines, since when. */
export function articleCard(row: ArticleCardFacts, now: Instant): ArticleCardProps {
  const { sourceDate, publishedAt, demo } = row
  return {
    href: addresses.articles.one({ item: itemOf(row) }),
    title: row.title,
    summary: row.summary,
    when: sourceDate === null ? frenchDay(publishedAt, now) : longDay(sourceDate),
    notes: [...(sourceDate === null ? [] : [`Texte de ${sourceDate.slice(0, 4)}`]), ...(demo ? ['Exemple'] : [])],
    isPro: row.access === 'pro',
  }
}
