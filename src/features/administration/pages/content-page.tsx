import { addresses } from '#addresses'
import type { ContentState } from '#features/contents/access.ts'
import type { ContentKind, FieldText, UnderWay } from '#features/contents/kinds.ts'
import type { Verb } from '#features/contents/moderation.ts'
import { DifferenceView, TextView } from '#features/contents/pages/difference-view.tsx'
import { DECISION_TEXTS, KIND_TEXTS, STATE_TEXTS, VERB_TEXTS } from '#features/contents/texts.ts'
import { HIDING } from '#features/contents/under-way.ts'
import { plural } from '#kernel/french'
import { shortDayAndHour } from '#kernel/french-dates'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Checkbox } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Hidden, TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { Decision } from '../content-queries.ts'
import { type JudgedFile, JudgedFiles } from './judged-files.tsx'

export type ContentPageProps = {
  content: { id: number; kind: ContentKind; title: string; state: ContentState; version: number; revision: number }
  href: string
  historyHref: string
  /** « depuis 3 jours » */
  age: string | undefined
  authors: readonly string[]
  /** The text that the public reads, when another one is proposed. */
  before: readonly FieldText[] | undefined
  text: readonly FieldText[]
  verbs: readonly { verb: Verb; reason: boolean; tells: boolean }[]
  /** Dates to come, which end when it is taken offline, and who will be told. */
  underWay: UnderWay
  /** Why an expected verb is not there, and who decides instead. */
  aside: string | undefined
  decisions: readonly Decision[]
  files: readonly JudgedFile[]
  /** The form of a verb as it was sent, with its errors. */
  sent: { verb: Verb; state: FormState } | undefined
  /** What happened meanwhile, when the decision came too late. */
  late: string | undefined
  newSubmission(): string
}

/** One content to judge: its text or what changes, what was decided before, and what each button will send (ADM-1). */
export function ContentPage(props: ContentPageProps) {
  const { content, age, before, text, late, decisions } = props
  return (
    <PageFrame>
      <PageHeading
        title={content.title}
        crumbs={[
          { href: addresses.admin.home(), text: 'Administration' },
          { href: addresses.admin.contents(), text: 'Contenus' },
        ]}
        chips={
          <>
            <Chip>{KIND_TEXTS[content.kind].one}</Chip>
            <Chip icon={age === undefined ? undefined : 'hourglass'} tone={age === undefined ? 'lake' : 'sun'}>
              {STATE_TEXTS[content.state]}
              {before !== undefined && ', modification à valider'}
              {age && ` ${age}`}
            </Chip>
          </>
        }
        lead={props.authors.length > 0 ? `Auteurs : ${props.authors.join(', ')}` : 'Sans auteur'}
      />
      {late && (
        <div role="alert">
          <Notice tone="warn" title="Votre décision n’a rien changé">
            <p>{late}</p>
          </Notice>
        </div>
      )}
      <p class="row">
        <a href={props.href}>Voir la page</a>
        <a href={props.historyHref}>Historique</a>
      </p>
      {before === undefined ? (
        <Panel title="Le texte">
          <TextView fields={text} />
        </Panel>
      ) : (
        <Panel title="Ce qui change">
          <p class="soft">Rayé : le texte que lit le public. Souligné : ce qui est proposé.</p>
          <DifferenceView before={before} after={text} />
        </Panel>
      )}
      <JudgedFiles files={props.files} />
      <Panel title="Votre décision">
        {props.aside && <p>{props.aside}</p>}
        {props.verbs.length === 0 && props.aside === undefined && <p>Rien à décider dans cet état.</p>}
        {props.verbs.map((open) => (
          <Decide key={open.verb} {...props} {...open} />
        ))}
      </Panel>
      {decisions.length > 0 && <Decisions decisions={decisions} />}
    </PageFrame>
  )
}

type DecideProps = ContentPageProps & { verb: Verb; reason: boolean; tells: boolean }

function Decide({ content, verb, reason, tells, sent, underWay, newSubmission }: DecideProps) {
  const state = sent?.verb === verb ? sent.state : { values: {}, errors: {} }
  const words = DECISION_TEXTS[verb]?.(content.title)
  const form = (
    <Form action={addresses.admin.content({ content: content.id })} submission={newSubmission()}>
      <ErrorSummary state={state} form={verb} />
      <Hidden name="revision" value={content.revision} />
      <Hidden name="version" value={content.version} />
      {reason && (
        <TextArea
          state={state}
          form={verb}
          name="motif"
          label="Motif"
          hint={`Le mail dira aux auteurs : ${words ?? ''} suivi de votre texte tel quel.`}
          maxLength={2000}
        />
      )}
      {HIDING.includes(verb) && <Ending {...{ state, verb, underWay }} isShown={content.state === 'published'} />}
      {!reason && tells && <p class="hint">Le mail dira aux auteurs : {words}</p>}
      <SaveBar>
        <Button name="geste" value={verb} icon={reason ? undefined : 'check'} look={reason ? 'danger' : 'main'}>
          {VERB_TEXTS[verb]}
        </Button>
      </SaveBar>
    </Form>
  )
  if (!reason) return form
  return (
    <Disclosure title={VERB_TEXTS[verb]} open={Object.keys(state.errors).length > 0}>
      {form}
    </Disclosure>
  )
}

type EndingProps = { state: FormState; verb: Verb; underWay: UnderWay; isShown: boolean }

/** What taking an event offline does to its dates, and to the people on them: asked once, with their number (EVT-4). */
function Ending({ state, verb, underWay: { dates, people }, isShown }: EndingProps) {
  if (people === 0 && (!isShown || dates === 0)) return null
  const ended = plural(dates, 'date à venir sera annulée', 'dates à venir seront annulées')
  if (people === 0) return <p class="hint">{ended} : personne n’y est inscrit.</p>
  const told = plural(people, 'personne inscrite sera prévenue', 'personnes inscrites seront prévenues')
  return (
    <Checkbox
      state={state}
      form={verb}
      name="prevenus"
      value={String(people)}
      label={`${ended}, ${told} : je confirme`}
      hint="Leur mail dira : « L’évènement n’est plus publié : cette date est annulée. » Les listes d’inscrits sont gardées."
    />
  )
}

function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  return (
    <Panel title="Décisions précédentes">
      <ul>
        {decisions.map(({ id, verb, reason, at, by }) => (
          <li key={id}>
            {shortDayAndHour(at)} : {VERB_TEXTS[verb].toLowerCase()}
            {by && `, par ${by}`}
            {reason && ` — ${reason}`}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
