import type { VNode } from 'preact'
import { addresses } from '#addresses'
import { serviceQuery } from '#features/services/listing-rules.ts'
import { ActiveFilters } from '#ui/chip.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Filters } from '#ui/filters.tsx'
import { Notice } from '#ui/flash.tsx'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { Criteria } from '../criteria.ts'
import { criteriaQuery } from '../criteria-filters.ts'
import type { Shown } from '../routes-results-props.ts'
import { saidCriteria } from '../said-criteria-texts.ts'
import { STEPS, WHOLE } from '../steps.ts'
import { type FieldsProps, StepFields } from './criteria-fields.tsx'
import { DateGroup, NothingFound, ResultGroup } from './result-groups.tsx'

export type ResultsPageProps = FieldsProps & {
  criteria: Criteria
  /** Sentences about answers that do not go together. */
  notices: readonly string[]
  shown: Shown
  /** The whole address of these results, to share. */
  shareUrl: string
  /** « Enregistrer dans Mon espace », or how to. */
  saving: VNode
}

const { start, results } = addresses.orientation

/** Who can help, what to attend, what to read: each with its reasons (ORI-1, ORI-2, EVT-3). */
export function ResultsPage(props: ResultsPageProps) {
  const { criteria, state, notices, shown } = props
  // A commune that was not understood is asked again, and chooses nothing.
  const understood = state.errors.commune === undefined ? criteria : { ...criteria, commune: '' }
  const chips = saidCriteria(understood).map(({ text, without }) => ({ text, href: results(criteriaQuery(without)) }))
  return (
    <PageFrame>
      <PageHeading
        title="Mon orientation"
        lead="Qui peut vous aider, où aller, quoi lire. Chaque réponse dit pourquoi elle est là."
      />
      <TwoColumns sideAt="start" side={<CriteriaForm {...props} active={chips.length} />}>
        <p class="soft" role="status" id="resultats-nombre">
          {countText(shown)}
        </p>
        <div class="results" id="resultats">
          <ActiveFilters chips={chips} clear={results()} />
          {notices.map((text) => (
            <Notice key={text} tone="info">
              {text}
            </Notice>
          ))}
          <Groups {...props} />
          <Keeping {...props} />
        </div>
      </TwoColumns>
    </PageFrame>
  )
}

function CriteriaForm({ state, communes, criteria, active }: ResultsPageProps & { active: number }) {
  const isWrong = Object.keys(state.errors).length > 0
  return (
    <>
      <Filters action={results()} active={active} open={isWrong}>
        {STEPS.map((step) => (
          <StepFields key={step} {...{ step, state, communes }} />
        ))}
      </Filters>
      <p class="not-printed">
        <a href={start({ question: WHOLE, ...criteriaQuery(criteria) })}>Revoir toutes les questions</a>
      </p>
    </>
  )
}

function countText({ services, structures, dates, readings }: Shown): string {
  const count = services.length + structures.length + dates.length + readings.length
  if (count < 2) return count === 0 ? 'Aucune réponse' : 'Une réponse'
  return `Les ${count} réponses les plus proches de votre demande`
}

function Groups({ shown, criteria }: ResultsPageProps) {
  const { services, structures, dates, readings } = shown
  if (services.length + structures.length + dates.length + readings.length === 0) return <NothingFound />
  const { commune, stage } = criteria
  const near = { commune }
  return (
    <>
      <ResultGroup
        title="Ce qui peut vous aider"
        cards={services}
        none="Aucun service ne répond à tout : retirez un critère, ou demandez à une structure ci-dessous."
        more={{ href: addresses.services.all(serviceQuery({ commune, stage })), text: 'Tous les services' }}
      />
      <ResultGroup
        title="Qui peut vous aider"
        cards={structures}
        none="Aucune structure ne répond à tout : retirez un critère."
        more={{ href: addresses.structures.all(near), text: 'Toutes les structures' }}
      />
      <DateGroup dates={dates} more={{ href: addresses.agenda({ ...near, places: 'oui' }), text: 'Tout l’agenda' }} />
      <ResultGroup
        title="À lire"
        cards={readings}
        none="Rien à lire sur ce sujet pour l’instant."
        more={{ href: addresses.resources.all(), text: 'Toutes les ressources' }}
      />
    </>
  )
}

function Keeping({ saving, shareUrl }: ResultsPageProps) {
  return (
    <section class="band not-printed" id="garder">
      <div class="band-head">
        <h2>Garder ces résultats</h2>
      </div>
      {saving}
      <Disclosure title="Partager ou imprimer">
        <div class="field">
          <label for="adresse-resultats">Adresse à copier</label>
          <input class="input" id="adresse-resultats" type="text" value={shareUrl} readOnly />
        </div>
        <p class="soft small">
          Qui l’ouvre voit les mêmes critères, et ce qu’il a le droit de lire. La page s’imprime sans ses menus.
        </p>
      </Disclosure>
    </section>
  )
}
