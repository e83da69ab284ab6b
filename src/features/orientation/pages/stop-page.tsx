import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

export function StopPage({ name, watched, action }: { name: string; watched: boolean; action: string }) {
  return (
    <PageFrame width="narrow">
      <PageHeading title={watched ? 'Ne plus être prévenu ?' : 'Vous ne serez plus prévenu'} />
      {watched ? (
        <Form action={action}>
          <p>
            Vous recevez un mail quand une nouveauté répond à l’orientation « {name} ». Elle reste enregistrée dans Mon
            espace.
          </p>
          <p>
            <Button>Ne plus me prévenir</Button>
          </p>
        </Form>
      ) : (
        <p>
          Plus aucun mail ne partira pour l’orientation « {name} ». Elle reste dans{' '}
          <a href={addresses.mySpace.orientations()}>Mes orientations</a>, où le suivi peut reprendre.
        </p>
      )}
    </PageFrame>
  )
}
