import type { WebSite } from '#features/accounts/actor.ts'
import type { Parts } from '#platform/parts.ts'
import type { Kinds } from './kinds.ts'
import { decisionRoutes } from './routes-decisions.ts'
import { historyRoutes } from './routes-history.tsx'
import { invitationRoutes } from './routes-invitations.tsx'

/** What every kind of content shares: its history, what its authors do with it, their invitations. */
export function contentRoutes(site: WebSite, parts: Parts, kinds: Kinds): void {
  historyRoutes(site, parts, kinds)
  decisionRoutes(site, parts, kinds)
  invitationRoutes(site, parts, kinds)
}
