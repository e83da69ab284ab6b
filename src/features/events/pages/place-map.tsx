import { addresses } from '#addresses'

export type PlaceMapProps = {
  event: { latitude: number | null; longitude: number | null; placeName: string; city: string }
  /** Tiles of maps, `{z}/{x}/{y}`; absent: outlines. */
  tiles: string | undefined
  /** In a form: the marker moves, and writes into the fields `latitude` and `longitude`, whose names this begins. */
  fields?: string
  /** Shown at once, since the reader has just asked for it. */
  open?: boolean
}

/** Where it is. Without JavaScript, a link to a map; nothing is loaded from elsewhere before the reader asks for it. */
export function PlaceMap({ event, tiles, fields, open }: PlaceMapProps) {
  const { latitude, longitude, placeName, city } = event
  if (latitude === null || longitude === null) return null
  const point = `${latitude}/${longitude}`
  const away = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${point}`
  return (
    <div
      class="place-map"
      data-island="place-map"
      data-latitude={latitude}
      data-longitude={longitude}
      data-label={placeName || city}
      data-tiles={tiles}
      data-outlines={addresses.outlines()}
      data-fields={fields}
      data-open={open ? '' : undefined}
    >
      <p>
        <a href={away} rel="noopener noreferrer">
          Voir ce point sur OpenStreetMap
        </a>
      </p>
    </div>
  )
}
