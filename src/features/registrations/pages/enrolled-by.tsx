import { addresses } from '#addresses'

/** Who enrolled, as known today; `unknown` once the account is gone. */
export type Enroller = { name: string; job: string; structure: string } | 'unknown'

/** « Marie Dupont, conseillère, CCI de Lyon » */
export const enrollerText = (enroller: Enroller): string =>
  enroller === 'unknown'
    ? 'un professionnel de l’accompagnement'
    : [enroller.name, enroller.job, enroller.structure].filter(Boolean).join(', ')

/** Who enrolled the person, and how to object (art. 14 and 21). */
export function EnrolledBy({ keyOf, enroller }: { keyOf: string; enroller: Enroller }) {
  return (
    <section class="section">
      <h2>Qui vous a inscrit ?</h2>
      <p>
        Vous avez été inscrit par <b>{enrollerText(enroller)}</b>, qui a indiqué votre nom et votre adresse pour vous
        garder une place, et qui suit cette inscription.
      </p>
      <p>
        Vous ne l’avez pas souhaité ? <a href={addresses.registrations.objection({ key: keyOf })}>Je m’oppose</a> : vos
        coordonnées sont effacées.
      </p>
    </section>
  )
}
