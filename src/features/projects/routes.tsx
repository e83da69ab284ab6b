import type { WebSite } from '#features/accounts/actor.ts'
import type { Parts } from '#platform/parts.ts'
import { adviserRoutes } from './routes-advisers.tsx'
import { commentRoutes } from './routes-comments.tsx'
import { glassRoutes } from './routes-glass.tsx'
import { sheetPdfRoutes } from './routes-pdf.ts'
import { readingRoutes } from './routes-reading.tsx'
import { sheetRoutes } from './routes-sheet.tsx'
import type { CanvasSlot, TimelineSource, WhenThreadTurned } from './slots.ts'

export type ProjectSlots = {
  canvases: CanvasSlot
  timeline: readonly TimelineSource[]
  turned: readonly WhenThreadTurned[]
}

/** « Fiche projet »: written by its creator, read and commented by those he authorised (PRJ-1 to PRJ-3, PRJ-6). */
export function projectRoutes(site: WebSite, parts: Parts, slots: ProjectSlots): void {
  sheetRoutes(site, parts)
  readingRoutes(site, parts, { sheet: slots.canvases, timeline: slots.timeline })
  adviserRoutes(site, parts)
  commentRoutes(site, parts, { sheet: slots.canvases, turned: slots.turned })
  glassRoutes(site, parts)
  sheetPdfRoutes(site, parts)
}
