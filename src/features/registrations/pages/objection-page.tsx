import { addresses } from '#addresses'
import type { Instant } from '#kernel/time'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Checkbox } from '#ui/choice.tsx'
import { Form } from '#ui/form.tsx'
import { emptyForm } from '#ui/form-state.ts'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { RegistrationDetail } from '../queries.ts'
import { type Enroller, enrollerText } from './enrolled-by.tsx'
import { RegistrationFacts } from './registration-page.tsx'

type Props = { registration: RegistrationDetail; enroller: Enroller; now: Instant; submission: string }

/** Who enrolled, what objecting does, and the button that does it. */
export function ObjectionPage({ registration, enroller, now, submission }: Props) {
  const { key } = registration
  const own = addresses.registrations.one({ key })
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Je m’oppose à cette inscription"
        lead={`Votre nom et votre adresse ont été donnés par ${enrollerText(enroller)}, pour vous garder une place.`}
        crumbs={[{ href: own, text: 'Votre inscription' }]}
      />
      <Panel title="L’inscription">
        <RegistrationFacts registration={registration} now={now} />
      </Panel>
      <section class="section">
        <h2>Ce qui se passe si vous vous opposez</h2>
        <div class="prose">
          <ul>
            <li>votre place est rendue, elle va à la première personne qui attend ;</li>
            <li>votre nom, votre adresse et votre téléphone sont effacés de cette inscription, tout de suite ;</li>
            <li>le professionnel apprend que l’inscription n’existe plus, sans autre détail ;</li>
            <li>aucun mail ne part vers vous : si l’invitation est dans votre agenda, retirez-la vous-même.</li>
          </ul>
        </div>
        <Form action={addresses.registrations.objection({ key })} submission={submission}>
          <Checkbox
            state={emptyForm}
            name="definitif"
            label="Je ne veux plus être inscrit par un professionnel"
            hint="Personne ne pourra plus inscrire votre adresse à votre place. Nous n’en gardons qu’une empreinte, qui ne permet pas de la retrouver. Vous pourrez toujours vous inscrire vous-même."
            optional
          />
          <div class="row">
            <Button look="danger">Je m’oppose</Button>
            <ButtonLink href={own} look="quiet">
              Garder mon inscription
            </ButtonLink>
          </div>
        </Form>
      </section>
    </PageFrame>
  )
}
