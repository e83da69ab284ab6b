import leaflet from 'leaflet'

const OUTLINE = { className: 'outline', weight: 1.5, fillOpacity: 0.35 }

/** Our outlines, and a button for the tiles of another site, where one is set: nothing is asked of it before. */
export async function drawBackground(map: leaflet.Map, box: HTMLElement): Promise<void> {
  const { tiles, outlines = '' } = box.dataset
  if (tiles !== undefined) offerTiles(map, box, tiles)
  const answer = await fetch(outlines)
  if (!answer.ok) return
  const ground = leaflet.geoJSON(await answer.json(), { style: OUTLINE, interactive: false }).addTo(map)
  ground.bringToBack()
  map.on('tiles', () => ground.remove())
  map.on('notiles', () => ground.addTo(map).bringToBack())
}

function offerTiles(map: leaflet.Map, box: HTMLElement, tiles: string): void {
  const { hostname } = new URL(tiles.replace(/[{}]/g, ''))
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button plain slim',
    textContent: 'Afficher les rues',
    title: `Le fond de carte vient de ${hostname}`,
  })
  button.addEventListener('click', () => {
    button.remove()
    const attribution = hostname.endsWith('geopf.fr') ? '© IGN' : '© OpenStreetMap'
    const layer = leaflet.tileLayer(tiles, { maxZoom: 19, attribution }).addTo(map)
    map.fire('tiles')
    layer.once('tileerror', () => {
      layer.remove()
      map.fire('notiles')
      box.append(button)
      button.textContent = 'Le fond de carte ne répond pas. Réessayer'
      button.focus({ preventScroll: true })
    })
  })
  box.append(button)
}
