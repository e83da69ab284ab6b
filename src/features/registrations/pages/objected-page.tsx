import { addresses } from '#addresses'
import { ButtonLink } from '#ui/button.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

/** After an objection: nothing is left to show of the registration. */
export function ObjectedPage() {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Votre opposition est enregistrée"
        lead="La place est rendue et vos coordonnées sont effacées de cette inscription. Aucun mail ne part vers vous : si l’invitation est encore dans votre agenda, retirez-la vous-même."
      />
      <p>
        Pour toute question sur vos données, <a href={addresses.contact()}>écrivez-nous</a>.
      </p>
      <div class="row">
        <ButtonLink href={addresses.agenda()} look="plain">
          Voir l’agenda
        </ButtonLink>
      </div>
    </PageFrame>
  )
}
