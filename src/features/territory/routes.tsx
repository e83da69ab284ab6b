import { addresses } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { readText } from '#platform/reading/whole-table.ts'
import { suggestCommunes } from './queries.ts'
import { communeLabel } from './rules.ts'

const DAY = 'public, max-age=86400'

const json = (value: unknown, headers: Record<string, string> = {}): Answer => ({
  kind: 'data',
  body: JSON.stringify(value),
  contentType: 'application/json; charset=utf-8',
  headers: { 'cache-control': 'no-store', ...headers },
})

/** Suggestions of communes, and outlines for maps. */
export function territoryRoutes(site: WebSite, parts: Parts): void {
  const { database } = parts

  site.get(addresses.communes, async (visit) => {
    const communes = await suggestCommunes(database, visit.query.get('q').replaceAll('\0', ''))
    return json(
      communes.map((commune) => ({ code: commune.code, label: communeLabel(commune) })),
      { 'cache-control': DAY },
    )
  })

  site.get(addresses.outlines, async () => ({
    kind: 'data',
    body: await readText('data/outlines-ara.json'),
    contentType: 'application/geo+json; charset=utf-8',
    headers: { 'cache-control': DAY },
    tags: ['territory'],
  }))
}
