import { addresses } from '#addresses'
import { ButtonLink } from './button.tsx'
import { PageFrame } from './page-frame.tsx'

/** The same page for every content reserved to professionals: it says no word of what stands behind it. */
export function ReservedToProsPage() {
  return (
    <PageFrame width="narrow">
      <header class="page-heading oops">
        <p class="oops-status">Accès réservé</p>
        <h1>Cette page est réservée aux professionnels</h1>
        <p class="lead">
          Elle s’adresse aux professionnels de l’accompagnement à la création d’entreprise dont le compte est validé.
        </p>
        <p>Si vous en êtes, connectez-vous. Sinon, l’agenda, les structures et les services restent ouverts à tous.</p>
      </header>
      <div class="row">
        <ButtonLink href={addresses.account.signIn()} icon="log-in">
          Se connecter
        </ButtonLink>
        <ButtonLink href={addresses.account.signUpProfessional()} look="plain">
          Créer un compte professionnel
        </ButtonLink>
        <ButtonLink href={addresses.agenda()} look="quiet">
          Voir l’agenda
        </ButtonLink>
      </div>
    </PageFrame>
  )
}
