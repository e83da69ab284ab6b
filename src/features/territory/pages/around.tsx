import { neighboursOf } from '../neighbours.ts'
import type { Place } from '../rules.ts'
import { epciText } from '../texts.ts'

export type AroundProps = {
  /** The commune that was understood, if one was. */
  commune: Place | undefined
  /** The département that is asked. */
  departement: string
  /** What the list holds around the commune. */
  saying(commune: Place, departement: string): string
  names: ReadonlyMap<string, string>
  /** The same list, for a département or an intercommunalité. */
  hrefOf(wanted: { departement?: string; epci?: string }): string
}

/** What the list holds around a commune, its intercommunalité, and the départements on the other side of a border. */
export function Around({ commune, departement, saying, names, hrefOf }: AroundProps) {
  if (departement !== '') {
    const links = neighboursOf(departement).map((code, rank) => (
      <span key={code}>
        {rank > 0 && ', '}
        <a href={hrefOf({ departement: code })}>{names.get(code) ?? code}</a>
      </span>
    ))
    return links.length === 0 ? null : <p class="soft small">Départements voisins : {links}.</p>
  }
  if (commune === undefined) return null
  const { name, epci } = commune
  return (
    <p class="soft small">
      {saying(commune, names.get(commune.departement) ?? commune.departement)}{' '}
      {epci && (
        <>
          {name} fait partie de : <a href={hrefOf({ epci: epci.code })}>{epciText(epci)}</a>.
        </>
      )}
    </p>
  )
}
