import { addresses } from '#addresses'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

type Props = {
  by: string
  title: string
  email: string
  /** Who is signed in: nobody, the person invited, or somebody else, whose address is said. */
  viewer: 'nobody' | 'invited' | { other: string }
  action: string
  submission: string
}

/** Where the link of an invitation leads: opening it changes nothing, the button joins (N3). */
export function InvitationPage({ by, title, email, viewer, action, submission }: Props) {
  return (
    <PageFrame width="narrow">
      <PageHeading title={`Tenir à jour « ${title} »`} lead={`${by} vous invite à tenir cette fiche à jour.`} />
      {typeof viewer === 'object' ? (
        <Notice tone="warn">
          <p>
            Cette invitation est pour {email} ; vous êtes connecté avec {viewer.other}. Déconnectez-vous, puis rouvrez
            le lien.
          </p>
        </Notice>
      ) : (
        <Form action={action} submission={submission}>
          <div class="row">
            <Button icon="check">Accepter l’invitation</Button>
          </div>
        </Form>
      )}
      {viewer === 'nobody' && <Accounts email={email} />}
    </PageFrame>
  )
}

function Accounts({ email }: { email: string }) {
  return (
    <>
      <p class="soft">
        Acceptez, puis créez un compte professionnel avec l’adresse {email} : vous serez auteur dès qu’il sera validé.
        Vous en avez déjà un ? Connectez-vous d’abord, puis rouvrez le lien.
      </p>
      <p class="row">
        <ButtonLink href={addresses.account.signUpProfessional()} look="plain">
          Créer un compte professionnel
        </ButtonLink>
        <ButtonLink href={addresses.account.signIn()} look="quiet" icon="log-in">
          Se connecter
        </ButtonLink>
      </p>
    </>
  )
}

/** A link that was used, withdrawn, cut or is too old. */
export function StaleInvitationPage() {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Cette invitation ne marche plus"
        lead="Elle a déjà servi, a été remplacée par une autre, ou a plus de quatorze jours. Demandez-en une nouvelle à votre collègue."
      />
    </PageFrame>
  )
}
