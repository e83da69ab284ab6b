import { addresses } from '#addresses'

/** The first canvas of a project has the shorter address. */
export const canvasHref = (project: number, number: number): string =>
  number === 1 ? addresses.canvas.first({ project }) : addresses.canvas.one({ project, canvas: number })

/** The page of a post-it. */
export const noteHref = (place: { project: number; canvas: number; note: number }): string =>
  addresses.canvas.note(place)
