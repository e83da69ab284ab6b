import { formatNumber, plural } from '#kernel/french'

export type MapPoint = {
  id: number
  title: string
  href: string
  /** « Roanne », « jeudi 26 novembre, 14 h · Lyon » */
  detail: string
  latitude: number
  longitude: number
}

export type MapNote = {
  /** « structure », « date » */
  noun: string
  /** Those on the map. */
  shown: number
  /** Those that have no place, so that only the list has them. */
  unplaced: number
  /** Why not; « sans adresse précise » unless said otherwise. */
  why?: string
  /** There are more, that the map leaves out. */
  partial?: boolean
}

/** The points of a list for its map, as GeoJSON (RFC 7946), with the sentence that says what is not on it. */
export function mapPointsJson(points: readonly MapPoint[], note: MapNote): string {
  const features = points.map(({ id, title, href, detail, latitude, longitude }) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: { title, href, detail },
  }))
  return JSON.stringify({ type: 'FeatureCollection', note: noteText(note), features })
}

function noteText({ noun, shown, unplaced, why = 'sans adresse précise', partial }: MapNote): string {
  const first = partial ? 'Les premières seulement : ' : ''
  const said = `${first}${shown === 0 ? `aucune ${noun}` : plural(shown, noun)} sur la carte`
  const rest = unplaced === 0 ? '' : ` ; ${formatNumber(unplaced)} ${why}, dans la liste seulement`
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${rest}.`
}
