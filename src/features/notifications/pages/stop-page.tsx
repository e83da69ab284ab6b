import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

/** « Ne plus recevoir »: what stops, and the button that stops it. */
export function StopPage({ action, what, done }: { action: string; what: string; done: boolean }) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title={done ? 'C’est fait' : 'Ne plus recevoir ces mails ?'}
        lead={done ? `${what}.` : `${what} dès que vous aurez cliqué.`}
      />
      {done ? (
        <p>
          <a href={addresses.home()}>Aller à l’accueil</a>
        </p>
      ) : (
        <Form action={action}>
          <div class="row">
            <Button>Ne plus recevoir</Button>
          </div>
        </Form>
      )}
    </PageFrame>
  )
}

type TopicStopPageProps = { name: string; says: string; action: string; done: boolean }

/** The same for a subject of somebody who has an account. */
export function TopicStopPage({ name, says, action, done }: TopicStopPageProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title={done ? 'Vous ne recevrez plus ces mails' : 'Ne plus recevoir ces mails ?'}
        lead={`${name}. ${says}`}
      />
      <p>Tout reste dans vos notifications, et vous pouvez changer d’avis à tout moment.</p>
      {!done && (
        <Form action={action}>
          <div class="row">
            <Button>Ne plus recevoir</Button>
          </div>
        </Form>
      )}
      <ToPreferences />
    </PageFrame>
  )
}

/** A link cut short, of an account that is gone, or that we never wrote. */
export function UnknownStopPage() {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Ce lien ne marche pas"
        lead="Il est incomplet, ou le compte n’existe plus. Une fois connecté, vous choisissez ici quels mails vous recevez."
      />
      <ToPreferences />
    </PageFrame>
  )
}

const ToPreferences = () => (
  <p>
    <a href={addresses.mySpace.preferences()}>Choisir quels mails je reçois</a>
  </p>
)
