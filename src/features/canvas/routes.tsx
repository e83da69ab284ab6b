import type { WebSite } from '#features/accounts/actor.ts'
import type { Parts } from '#platform/parts.ts'
import { boardRoutes } from './routes-board.tsx'
import { noteRoutes } from './routes-notes.tsx'
import { canvasPdfRoutes } from './routes-pdf.ts'
import { versionRoutes } from './routes-versions.tsx'

/** « Projet 360 » (PRJ-4, PRJ-5). */
export function canvasRoutes(site: WebSite, parts: Parts): void {
  boardRoutes(site, parts)
  noteRoutes(site, parts)
  versionRoutes(site, parts)
  canvasPdfRoutes(site, parts)
}
