import { addresses } from '#addresses'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/flash.tsx'
import { type SearchQuery, searchQuery } from '../listing-rules.ts'
import type { Answered } from '../question-queries.ts'
import { PART_ONLY } from '../texts.ts'

type Notes = { query: SearchQuery; answered: Answered }

/** What was looked for instead of what was typed, and the way to what was typed. */
export function ReadOtherwise({ query, answered }: Notes) {
  const exactly = addresses.search(searchQuery({ ...query, exact: true, page: 1 }))
  if (answered.mended !== undefined) {
    return (
      <Notice>
        <p>
          Résultats pour « <strong>{answered.mended}</strong> » (vous avez écrit « {query.q} »).{' '}
          <a href={exactly}>Chercher exactement « {query.q} »</a>
        </p>
      </Notice>
    )
  }
  if (answered.total === 0 || answered.whole) return null
  return (
    <Notice>
      <p>{PART_ONLY}</p>
    </Notice>
  )
}

/** Nothing: why, and where to go from there. */
export function NothingFound({ query, answered }: Notes) {
  const isFiltered = query.kind !== '' || query.departement !== '' || query.sector !== ''
  if (isFiltered) {
    return (
      <EmptyState
        title="Rien ne répond avec ces filtres"
        text="Retirez un filtre : d’autres contenus répondent peut-être à vos mots."
        action={{ href: addresses.search({ q: query.q, pres: query.near }), text: 'Chercher sans filtre' }}
      />
    )
  }
  const { place } = answered
  const near =
    place?.latitude === undefined
      ? { href: addresses.orientation.start(), text: 'Répondre à quelques questions' }
      : { href: addresses.search({ pres: place.name }), text: `Voir ce qu’il y a près de ${place.name}` }
  return (
    <EmptyState
      title="Rien ne répond à ces mots"
      text="Vérifiez l’orthographe, essayez un mot plus général (« financement », « statut », « local »), ou laissez-vous guider."
      action={near}
    />
  )
}
