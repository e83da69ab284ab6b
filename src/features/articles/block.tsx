import { addresses } from '#addresses'
import type { StructureBlock } from '#features/structures/slots.ts'
import { CardList } from '#ui/card.tsx'
import { Band } from '#ui/page-frame.tsx'
import { articleCard } from './cards.ts'
import { ArticleCard } from './pages/article-card.tsx'
import { newestArticles } from './queries.ts'

const MOST = 3

/** The newest articles of a structure, on its sheet (STR-6). */
export const articlesOfStructureBlock: StructureBlock = async (reader, structure, { person, now }) => {
  const rows = await newestArticles(reader, person, { limit: MOST, structureId: structure.id })
  if (rows.length === 0) return null
  return (
    <Band title="Articles" more={{ href: addresses.articles.all(), text: 'Tous les articles' }}>
      <CardList>
        {rows.map((row) => (
          <ArticleCard key={row.id} card={articleCard(row, now)} />
        ))}
      </CardList>
    </Band>
  )
}
