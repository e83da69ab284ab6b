import { addresses, contentPage, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { EVENT_KINDS } from '#features/events/rules.ts'
import { KIND_TEXTS as EVENT_TEXTS, KIND_WORDS as EVENT_WORDS } from '#features/events/texts.ts'
import { SERVICE_KINDS } from '#features/services/rules.ts'
import { kindText } from '#features/services/texts.ts'
import { suggestCommunes } from '#features/territory/queries.ts'
import { communeKey, communeLabel } from '#features/territory/rules.ts'
import type { Parts } from '#platform/parts.ts'
import { type SuggestedTitle, suggestTitles } from './suggestion-queries.ts'
import { KIND_TEXTS, KINDS_TEXTS } from './texts.ts'
import { searchKey } from './words.ts'

const MOST = 8
const MOST_HELP = 2
const MOST_PLACES = 2

/** Where a suggestion leads, and what it is. */
type Suggestion = { label: string; note: string; href: string }

/** What the box proposes while one types: kinds of help, titles, communes. */
export function suggestionRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.searchSuggestions, async (visit) => ({
    kind: 'data',
    body: JSON.stringify(await suggestionsFor(visit, parts)),
    contentType: 'application/json; charset=utf-8',
    headers: { 'cache-control': 'no-store' },
  }))
}

async function suggestionsFor(visit: WebVisit, { database }: Parts): Promise<Suggestion[]> {
  const key = searchKey(visit.query.get('q'))
  if (key.length < 2) return []
  const [titles, communes] = await Promise.all([
    suggestTitles(database, visit.actor, { key, limit: MOST, now: visit.now }),
    suggestCommunes(database, key, MOST_PLACES),
  ])
  const help = HELP.filter(({ keys }) => keys.some((word) => word.startsWith(key))).slice(0, MOST_HELP)
  const named = communes.filter(({ name }) => communeKey(name).startsWith(communeKey(key)))
  const places = named.map((commune) => ({
    label: communeLabel(commune),
    note: 'Près de',
    href: addresses.search({ pres: communeLabel(commune) }),
  }))
  const ofHelp = help.map(({ label, note, href }) => ({ label, note, href }))
  const room = MOST - ofHelp.length - places.length
  return [...ofHelp, ...titles.slice(0, room).map(ofTitle), ...places]
}

const ofTitle = (content: SuggestedTitle): Suggestion => ({
  label: content.title,
  note: KIND_TEXTS[content.kind],
  href: contentPage[content.kind]({ item: itemOf(content) }),
})

const keysOf = (label: string): string[] => [searchKey(label), ...searchKey(label).split(' ')]

/** Kinds of services and of events, each with its list. */
const HELP: readonly (Suggestion & { keys: string[] })[] = [
  ...SERVICE_KINDS.map((kind) => ({
    label: kindText(kind),
    note: KINDS_TEXTS.service,
    href: addresses.services.all({ type: kind }),
  })),
  ...EVENT_KINDS.map((kind) => ({
    label: EVENT_TEXTS[kind],
    note: KINDS_TEXTS.event,
    href: addresses.agenda({ type: EVENT_WORDS[kind] }),
  })),
].map((one) => ({ ...one, keys: keysOf(one.label) }))
