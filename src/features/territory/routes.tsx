import { addresses } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { WebSite } from '#features/accounts/actor.ts'
import { geocoderOf } from '#platform/geocoder/geocoder.ts'
import { type Answer, forbidden, signInFirst, tooMany } from '#platform/http/answers.ts'
import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { readText } from '#platform/reading/whole-table.ts'
import { proposePlace } from './locate-actions.ts'
import { resolveCommune, suggestCommunes } from './queries.ts'
import { communeLabel } from './rules.ts'
import { PROPOSALS } from './texts.ts'

const DAY = 'public, max-age=86400'
const GEOCODING = { tries: 60, seconds: 600 }

const json = (value: unknown, headers: Record<string, string> = {}): Answer => ({
  kind: 'data',
  body: JSON.stringify(value),
  contentType: 'application/json; charset=utf-8',
  headers: { 'cache-control': 'no-store', ...headers },
})

/** Suggestions of communes, outlines for maps, and « Géolocaliser » for those who write. */
export function territoryRoutes(site: WebSite, parts: Parts): void {
  const { database, settings } = parts
  const geocoder = geocoderOf(settings, parts.fetch)

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

  site.get(addresses.geocode, async ({ actor, query, now }) => {
    if (actor === undefined) return signInFirst
    if (!mayContribute(actor)) return forbidden()
    const allowance = await countTry(database, keyedHash(settings.SECRET, `geocode ${actor.id}`), GEOCODING, now)
    if (!allowance.allowed) return tooMany(allowance.retryAfterSeconds)
    const city = query.get('commune').slice(0, 100)
    const answer = await resolveCommune(database, city.replaceAll('\0', ''))
    const communeCode = answer.kind === 'one' ? answer.commune.code : undefined
    const postalCode = query.get('code-postal').slice(0, 5)
    const street = query.get('adresse').trim().slice(0, 200)
    const proposal = await proposePlace(database, geocoder, { street, postalCode, city, communeCode })
    return json({ ...proposal, text: PROPOSALS[proposal.kind] })
  })
}
