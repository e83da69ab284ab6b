import { addresses, itemOf } from '#addresses'
import type { Instant } from '#kernel/time'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { RegistrationDetail } from '../queries.ts'
import { RegistrationFacts } from './registration-page.tsx'
import { prescriptionWords } from './state-words.ts'

export type PrescriptionPageProps = {
  prescription: RegistrationDetail
  now: Instant
  form: FormState
  submission: string
  may: { change: boolean; withdraw: boolean; enrolAnother: boolean }
}

/** One person whom a professional enrolled, as that professional sees it. */
export function PrescriptionPage({ prescription, now, form, submission, may }: PrescriptionPageProps) {
  const { title, text } = prescriptionWords(prescription, now)
  const { content, list } = prescription
  return (
    <PageFrame width="narrow">
      <PageHeading
        title={title}
        lead={text}
        crumbs={[{ href: addresses.mySpace.prescriptions(), text: 'Les personnes que j’ai inscrites' }]}
      />
      <Panel title={content.title}>
        <RegistrationFacts registration={prescription} now={now} />
        <div class="row">
          {may.enrolAnother && (
            <ButtonLink
              href={addresses.events.prescribe({ item: itemOf(content) }, { date: list.id })}
              look="plain"
              icon="plus"
            >
              Inscrire une autre personne
            </ButtonLink>
          )}
          <ButtonLink href={addresses.events.one({ item: itemOf(content) })} look="quiet">
            Voir l’évènement
          </ButtonLink>
        </div>
      </Panel>
      {may.change && <ChangeForm {...{ prescription, form, submission }} />}
      {may.withdraw && <WithdrawForm {...{ prescription, submission }} />}
    </PageFrame>
  )
}

type Part = Pick<PrescriptionPageProps, 'prescription' | 'submission'>

function ChangeForm({ prescription: { receipt, email }, form, submission }: Part & { form: FormState }) {
  return (
    <section class="section">
      <h2>Corriger ses coordonnées</h2>
      <Form action={addresses.mySpace.prescription({ receipt })} submission={submission}>
        <ErrorSummary state={form} />
        <Field state={form} name="nom" label="Son nom" autocomplete="off" maxLength={200} />
        <Field state={form} name="telephone" label="Son téléphone" type="tel" autocomplete="off" optional />
        <p class="soft small">
          L’adresse ({email}) ne change pas : pour une autre adresse, retirez cette inscription et faites-en une autre.
          Aucun mail n’est envoyé pour cette correction.
        </p>
        <Button look="plain">Enregistrer</Button>
      </Form>
    </section>
  )
}

function WithdrawForm({ prescription: { receipt, name, email }, submission }: Part) {
  return (
    <section class="section">
      <h2>Retirer cette inscription</h2>
      <p>
        La place de {name} est rendue, elle va à la première personne qui attend. Un mail le dit à {email} et à vous.
      </p>
      <Form action={addresses.mySpace.withdrawPrescription({ receipt })} submission={submission}>
        <Button look="danger">Retirer cette inscription</Button>
      </Form>
    </section>
  )
}
