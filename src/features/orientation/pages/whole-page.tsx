import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, FormSection, SaveBar } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { STEPS } from '../steps.ts'
import { QUESTIONS } from '../texts.ts'
import { type FieldsProps, StepFields } from './criteria-fields.tsx'

/** All the questions at once; each may stay without an answer. */
export function WholePage({ state, communes }: FieldsProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Mon orientation"
        lead="Répondez à ce que vous voulez : chaque réponse rapproche les résultats de votre projet."
      />
      <form class="form" method="get" action={addresses.orientation.results()}>
        <ErrorSummary state={state} />
        {STEPS.map((step) => (
          <FormSection key={step} title={QUESTIONS[step]}>
            <StepFields {...{ step, state, communes }} />
          </FormSection>
        ))}
        <SaveBar sticky>
          <Button icon="search">Voir les résultats</Button>
        </SaveBar>
      </form>
      <p class="step-ways">
        <a href={addresses.orientation.start()}>Une question par page</a>
      </p>
    </PageFrame>
  )
}
