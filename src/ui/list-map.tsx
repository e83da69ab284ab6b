import type { ComponentChildren } from 'preact'
import { addresses } from '#addresses'
import { Tabs } from './tabs.tsx'

export type ListMapProps = {
  /** Where its points are read: the GeoJSON of the same list. */
  points: string
  /** Tiles of maps, `{z}/{x}/{y}`, loaded after a click; absent: outlines alone. */
  tiles: string | undefined
  /** Where to look first; else at all the points. */
  near?: { latitude: number; longitude: number } | undefined
  /** The list, which says all that the map shows. */
  children: ComponentChildren
}

/** A list with its map beside it: the list stands first, and is whole without the map (MAP-1). */
export function WithMap({ points, tiles, near, children }: ListMapProps) {
  return (
    <div class="with-map">
      <div class="list-of-map">{children}</div>
      <section
        class="list-map"
        aria-label="Carte"
        data-island="list-map"
        data-points={points}
        data-tiles={tiles}
        data-outlines={addresses.outlines()}
        data-latitude={near?.latitude}
        data-longitude={near?.longitude}
      >
        <p class="soft small" role="status">
          La carte s’affiche ici. Tout ce qu’elle montre est dans la liste.
        </p>
      </section>
    </div>
  )
}

/** « Liste | Carte »: two links to the same list. */
export function ListOrMap({ list, map, isMap }: { list: string; map: string; isMap: boolean }) {
  return (
    <Tabs
      label="Présentation"
      tabs={[
        { href: list, text: 'Liste', current: !isMap },
        { href: map, text: 'Carte', current: isMap },
      ]}
    />
  )
}
