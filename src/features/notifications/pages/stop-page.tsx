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
        title={done ? 'C’est fait' : 'Ne plus recevoir ces mails'}
        lead={done ? `${what} : terminé.` : what}
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
