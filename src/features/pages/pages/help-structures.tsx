import { addresses } from '#addresses'

/** Where the sheets come from, and whom to ask. */
export function HelpStructures() {
  return (
    <>
      <p>
        Les fiches des <a href={addresses.structures.all()}>structures</a> et les fiches{' '}
        <a href={addresses.services.all()}>services</a> ont été créées automatiquement à la mise en ligne du site, à
        partir de <a href={addresses.pages.sources()}>données publiques</a>.
      </p>
      <p>
        Une erreur, une fiche à compléter ? <a href={addresses.contact()}>Contactez l’administrateur du site</a> pour
        préciser de quelle structure vous souhaitez être l’animateur.
      </p>
    </>
  )
}
