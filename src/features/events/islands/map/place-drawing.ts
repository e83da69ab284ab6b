import leaflet from 'leaflet'
import 'leaflet/dist/leaflet.css'

const STEP_PX = 8
const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
}

const PIN = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 10c0 5-5.5 10.2-7.4 11.8a1 1 0 0 1-1.2 0C9.5 20.2 4 15 4 10a8 8 0 0 1 16 0M12 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6"/></svg>`

/** Draws the map of a box: tiles when the site has some, else the outlines of the départements; then its marker. */
export async function drawMap(box: HTMLElement): Promise<void> {
  const { latitude, longitude, label = '', tiles, outlines, fields } = box.dataset
  const room = Object.assign(document.createElement('div'), { className: 'map' })
  box.prepend(room)
  room.style.background = 'var(--lake-mist)'
  const map = leaflet.map(room, { scrollWheelZoom: false, zoomControl: false })
  leaflet.control.zoom({ zoomInTitle: 'Agrandir', zoomOutTitle: 'Réduire' }).addTo(map)
  map.attributionControl.setPrefix(false)
  if (tiles !== undefined) leaflet.tileLayer(tiles, { maxZoom: 19, attribution: '© OpenStreetMap' }).addTo(map)
  map.setView([Number(latitude), Number(longitude)], tiles === undefined ? 9 : 16)
  const icon = leaflet.divIcon({ className: 'pin', html: PIN, iconSize: [40, 40], iconAnchor: [20, 38] })
  const title = fields === undefined ? label : `${label} : déplacez ce repère avec les flèches`
  const marker = leaflet
    .marker([Number(latitude), Number(longitude)], { icon, title, alt: title, draggable: fields !== undefined })
    .addTo(map)
  const form = box.closest('form')
  if (fields !== undefined && form !== null) {
    const field = (name: string) => form.querySelector<HTMLInputElement>(`[name='${fields}${name}']`)
    follow(map, marker, [field('latitude'), field('longitude')])
  }
  if (tiles === undefined && outlines !== undefined) await drawOutlines(map, outlines)
}

/** The marker writes into the fields, and the fields move the marker. */
function follow(map: leaflet.Map, marker: leaflet.Marker, inputs: readonly (HTMLInputElement | null)[]): void {
  const [latitude = null, longitude = null] = inputs
  if (latitude === null || longitude === null) return
  const write = () => {
    const point = marker.getLatLng().wrap()
    latitude.value = point.lat.toFixed(5)
    longitude.value = point.lng.toFixed(5)
  }
  const read = () => {
    const [lat, lng] = [Number(latitude.value.replace(',', '.')), Number(longitude.value.replace(',', '.'))]
    if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) map.panTo(marker.setLatLng([lat, lng]).getLatLng())
  }
  marker.on('dragend', write)
  marker.getElement()?.addEventListener('keydown', (press) => {
    const step = ARROWS[press.key]
    if (step === undefined) return
    press.preventDefault()
    press.stopPropagation()
    marker.setLatLng(map.containerPointToLatLng(map.latLngToContainerPoint(marker.getLatLng()).add(step)))
    write()
  })
  for (const input of [latitude, longitude]) input.addEventListener('change', read)
}

async function drawOutlines(map: leaflet.Map, address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) return
  const style = { className: 'outline', weight: 1.5, fillOpacity: 0.35 }
  leaflet.geoJSON(await answer.json(), { style, interactive: false }).addTo(map)
}
