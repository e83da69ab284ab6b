import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { emptyForm } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { Criteria } from '../criteria.ts'
import { criteriaQuery } from '../criteria-filters.ts'
import { STEPS, type Step, stepAfter, stepBefore, WHOLE, withoutAnswers } from '../steps.ts'
import { QUESTIONS } from '../texts.ts'
import { type FieldsProps, StepFields } from './criteria-fields.tsx'

export type StepPageProps = FieldsProps & { step: Step; criteria: Criteria }

const { start, results } = addresses.orientation

/** One question: its fields, what was said before carried along, and ways on, back and out (ORI-1). */
export function StepPage({ step, criteria, state, communes }: StepPageProps) {
  const rank = STEPS.indexOf(step) + 1
  const next = stepAfter(step, criteria)
  return (
    <PageFrame width="narrow">
      <PageHeading title={QUESTIONS[step]} />
      <p class="steps">
        <label for="avancement">
          Question {rank} sur {STEPS.length}
        </label>
        <progress id="avancement" value={rank} max={STEPS.length} />
      </p>
      {rank === 1 && <Sentence />}
      <form class="form" method="get" action={next === undefined ? results() : start()}>
        <ErrorSummary state={state} />
        <Carried criteria={withoutAnswers(criteria, step)} />
        <StepFields {...{ step, state, communes }} />
        <p class="row">
          {next === undefined ? (
            <Button icon="search">Voir les résultats</Button>
          ) : (
            <>
              <Button name="question" value={next} icon="arrow-right">
                Continuer
              </Button>
              <Button look="plain" action={results()}>
                Voir les résultats
              </Button>
            </>
          )}
        </p>
      </form>
      <Ways step={step} criteria={criteria} />
    </PageFrame>
  )
}

/** For who would rather say it in one sentence. */
function Sentence() {
  return (
    <form class="form" method="get" action={start()}>
      <Field
        state={emptyForm}
        name="phrase"
        label="Dites-le en une phrase"
        hint="Par exemple : « Je veux ouvrir une boulangerie à Roanne, je cherche un financement »."
        maxLength={300}
        optional
      />
      <p>
        <Button look="plain">Comprendre ma phrase</Button>
      </p>
    </form>
  )
}

/** What was answered elsewhere, not shown. */
function Carried({ criteria }: { criteria: Criteria }) {
  const pairs = Object.entries(criteriaQuery(criteria)).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).map((one) => ({ name, value: one })),
  )
  return (
    <>
      {pairs
        .filter(({ value }) => value !== '')
        .map((pair) => (
          <Hidden key={`${pair.name}-${pair.value}`} {...pair} />
        ))}
    </>
  )
}

function Ways({ step, criteria }: { step: Step; criteria: Criteria }) {
  const before = stepBefore(step)
  const next = stepAfter(step, criteria)
  const skipped = criteriaQuery(withoutAnswers(criteria, step))
  const query = criteriaQuery(criteria)
  return (
    <nav class="step-ways" aria-label="Autres questions">
      {before && <a href={start({ question: before, ...query })}>Revenir</a>}
      <a href={next === undefined ? results(skipped) : start({ question: next, ...skipped })}>Passer</a>
      <a href={start({ question: WHOLE, ...query })}>Tout sur une page</a>
    </nav>
  )
}
