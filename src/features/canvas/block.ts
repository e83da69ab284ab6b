import type { CanvasSlot, TimelineSource } from '#features/projects/slots.ts'
import { canvasHref, noteHref } from './pages/canvas-href.ts'
import { countHeld, findPlaceOfNote, listCanvasTurns } from './queries.ts'

/** What canvases show of themselves to the pages of a project. */
export const canvasSlot: CanvasSlot = {
  async placeOfNote(reader, projectId, noteId) {
    const place = await findPlaceOfNote(reader, projectId, noteId)
    return place && noteHref({ project: projectId, canvas: place.canvas, note: noteId })
  },
  heldBy: countHeld,
}

/** Canvases begun and versions kept, in the journal of the project. */
export const canvasTimeline: TimelineSource = async (reader, { projectId, most }) => {
  const turns = await listCanvasTurns(reader, projectId, most)
  const begun = new Map(turns.map((turn) => [turn.number, turn]))
  return [
    ...[...begun.values()].map(({ number, name, begunAt }) => ({
      ...{ at: begunAt, kind: 'canvas' as const, text: `Projet 360 commencé : ${name}` },
      href: canvasHref(projectId, number),
    })),
    ...turns.flatMap(({ number, name, version, label, keptAt }) =>
      keptAt === null
        ? []
        : [
            {
              ...{ at: keptAt, kind: 'canvas' as const, text: `Version gardée de « ${name} » : ${label || version}` },
              href: canvasHref(projectId, number),
            },
          ],
    ),
  ]
}
