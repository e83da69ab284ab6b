import type { Marker } from 'leaflet'
import type { Point } from './points.ts'

const MOST_LINES = 30

/** What a marker says: links to the pages of its points, made of nodes, since titles are texts and never HTML. */
export function popupOf(points: readonly Point[]): HTMLElement {
  const list = document.createElement('ul')
  for (const { title, href, detail } of points.slice(0, MOST_LINES)) {
    const line = document.createElement('li')
    const link = Object.assign(document.createElement('a'), { href, textContent: title })
    const where = Object.assign(document.createElement('p'), { textContent: detail })
    line.append(link, ...(detail === '' ? [] : [where]))
    list.append(line)
  }
  const rest = points.length - MOST_LINES
  if (rest > 0)
    list.append(Object.assign(document.createElement('li'), { textContent: `Et ${rest} autres, dans la liste.` }))
  return list
}

/** The keyboard goes into the popup that it opened, and comes back to the marker. */
export function followFocus(marker: Marker): void {
  marker.on('popupopen', ({ popup }) => {
    const room = popup.getElement()
    room?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', 'Fermer')
    if (document.activeElement === marker.getElement()) room?.querySelector('a')?.focus()
  })
  marker.on('popupclose', ({ popup }) => {
    if (popup.getElement()?.contains(document.activeElement)) marker.getElement()?.focus({ preventScroll: true })
  })
}
