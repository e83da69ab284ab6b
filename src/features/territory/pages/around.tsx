import { ACROSS } from '../around.ts'
import { neighboursOf } from '../neighbours.ts'
import type { Place } from '../rules.ts'

export type AroundProps = {
  /** The commune that was understood, if one was. */
  commune: Place | undefined
  /** The département that is asked. */
  departement: string
  names: ReadonlyMap<string, string>
  /** The same list, for a département or an intercommunalité. */
  hrefOf(wanted: { departement?: string; epci?: string }): string
}

/** What the list holds around a commune, its intercommunalité, and the départements on the other side of a border. */
export function Around({ commune, departement, names, hrefOf }: AroundProps) {
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
      Tout le département {`(${names.get(commune.departement) ?? commune.departement})`}, et ce qui est à {ACROSS} km au
      plus au-delà, du plus proche au plus lointain.{' '}
      {epci && (
        <>
          {name} fait partie de <a href={hrefOf({ epci: epci.code })}>{epci.name}</a>.
        </>
      )}
    </p>
  )
}
