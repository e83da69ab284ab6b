import leaflet from 'leaflet'
import 'leaflet/dist/leaflet.css'
import './map.css'
import { drawBackground } from './background.ts'
import { clustersOf } from './clusters.ts'
import { type Point, readPoints } from './points.ts'
import { followFocus, popupOf } from './popups.ts'

const RADIUS_PX = 56
const NEAREST_ZOOM = 17
const NEAR_ZOOM = 11
const REGION: leaflet.LatLngBoundsLiteral = [
  [44.1, 2.0],
  [46.85, 7.2],
]
const PIN = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 10c0 5-5.5 10.2-7.4 11.8a1 1 0 0 1-1.2 0C9.5 20.2 4 15 4 10a8 8 0 0 1 16 0M12 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6"/></svg>`

/** Says something of the map, in its own line. */
export function sayOfMap(box: HTMLElement, text: string): void {
  const line = box.querySelector('[role=status]')
  if (line !== null) line.textContent = text
}

/** Draws the map of a list: our outlines, then its points in clusters; the tiles of others only after a click. */
export async function drawListMap(box: HTMLElement): Promise<void> {
  const { points: address = '', latitude, longitude } = box.dataset
  const { points, note } = await readPoints(address)
  const room = Object.assign(document.createElement('div'), { className: 'map' })
  box.prepend(room)
  const map = leaflet.map(room, { scrollWheelZoom: false, zoomControl: false, maxZoom: 19, minZoom: 6 })
  leaflet.control.zoom({ zoomInTitle: 'Agrandir', zoomOutTitle: 'Réduire' }).addTo(map)
  map.attributionControl.setPrefix(false)
  room.addEventListener('keydown', ({ key }) => key === 'Escape' && map.closePopup())
  if (latitude !== undefined) map.setView([Number(latitude), Number(longitude)], NEAR_ZOOM)
  else map.fitBounds(points.length === 0 ? REGION : leaflet.latLngBounds(points), { maxZoom: 13, padding: [24, 24] })
  drawMarkers(map, points)
  sayOfMap(box, note)
  await drawBackground(map, box)
}

/** Clusters change with the zoom; a move only brings those that were out of sight, so that an open popup stays. */
function drawMarkers(map: leaflet.Map, points: readonly Point[]): void {
  const layer = leaflet.layerGroup().addTo(map)
  let waiting: Point[][] = []
  const bring = () => {
    const sight = map.getBounds().pad(0.25)
    waiting = waiting.filter((group) => {
      const inSight = sight.contains(group[0] as Point)
      if (inSight) markerOf(map, group).addTo(layer)
      return !inSight
    })
  }
  const again = () => {
    layer.clearLayers()
    waiting = clustersOf(points, (point) => map.project(point, map.getZoom()), RADIUS_PX)
    bring()
  }
  map.on('zoomend', again)
  map.on('moveend', bring)
  again()
}

function markerOf(map: leaflet.Map, group: readonly Point[]): leaflet.Marker {
  const [first] = group as [Point]
  const bounds = leaflet.latLngBounds(group as Point[])
  const opens = bounds.getNorthEast().equals(bounds.getSouthWest()) || map.getZoom() >= NEAREST_ZOOM
  const isAlone = group.length === 1
  const title = isAlone ? first.title : `${group.length} résultats${opens ? ' à cette adresse' : ', agrandir'}`
  const size = 34 + 6 * String(group.length).length
  const icon = isAlone
    ? leaflet.divIcon({ className: 'pin', html: PIN, iconSize: [40, 40], iconAnchor: [20, 38], popupAnchor: [0, -34] })
    : leaflet.divIcon({ className: 'cluster', html: String(group.length), iconSize: [size, size] })
  const marker = leaflet.marker(isAlone ? first : bounds.getCenter(), { icon, title, alt: title })
  marker.on('add', () => marker.getElement()?.setAttribute('aria-label', title))
  if (opens || isAlone) {
    marker.bindPopup(popupOf(group), { maxHeight: 260, maxWidth: 280, autoPanPaddingTopLeft: [60, 16] })
    followFocus(marker)
  } else marker.on('click', () => zoomTo(map, bounds))
  return marker
}

/** The marker goes: the keyboard stays on the map. */
function zoomTo(map: leaflet.Map, bounds: leaflet.LatLngBounds): void {
  map.getContainer().focus({ preventScroll: true })
  map.fitBounds(bounds, { maxZoom: NEAREST_ZOOM, padding: [40, 40] })
}
