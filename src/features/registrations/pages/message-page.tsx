import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Field, TextArea } from '#ui/field.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { SentMessage } from '../organiser-log-queries.ts'
import type { ListChoice } from '../organiser-queries.ts'
import { dateText } from '../organiser-texts.ts'
import { LIST_TEXTS } from '../texts.ts'

export type MessagePageProps = {
  lists: readonly [ListChoice, ...ListChoice[]]
  state: FormState
  /** What was written before to those who come on this date. */
  sent: readonly SentMessage[]
  /** The e-mail of the event’s contact, or nothing. */
  answersTo: string
  submission: string
  now: Instant
}

/** Words to those who come on a date; shown as they will be read before they leave. */
export function MessagePage({ lists, state, sent, answersTo, submission, now }: MessagePageProps) {
  const [{ title, dateId, listId }] = lists
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Écrire aux inscrits"
        crumbs={[{ href: addresses.mySpace.eventRegistrations({ liste: listId }), text: 'Événements-inscriptions' }]}
        lead={`${title}, ${dateText(lists[0], now)}`}
      />
      <ErrorSummary state={state} />
      <Form action={addresses.registrants.message({ date: dateId })} submission={submission}>
        <Checkboxes
          state={state}
          name="listes"
          label="À qui"
          hint="Ceux dont l’inscription est confirmée, une fois chacun."
          options={lists.map(({ kind }) => ({ value: kind, text: LIST_TEXTS[kind] }))}
        />
        <Field state={state} name="objet" label="Objet" maxLength={150} />
        <TextArea
          state={state}
          name="message"
          label="Message"
          rows={8}
          hint={`La date, le lieu et le lien vers l’inscription sont ajoutés d’eux-mêmes. ${answers(answersTo)}`}
        />
        <SaveBar>
          <Button icon="eye" name="geste" value="relire">
            Relire avant d’envoyer
          </Button>
        </SaveBar>
      </Form>
      {sent.length > 0 && <Sent sent={sent} />}
    </PageFrame>
  )
}

const answers = (email: string): string =>
  email === ''
    ? 'L’évènement n’a pas d’e-mail de contact : personne ne pourra répondre. Indiquez-en un dans son formulaire.'
    : `Les réponses vont à ${email}.`

function Sent({ sent }: { sent: readonly SentMessage[] }) {
  return (
    <section class="section">
      <h2>Déjà envoyés</h2>
      {sent.map(({ id, subject, body, createdAt, recipients, author }) => (
        <Disclosure key={id} title={`${subject} (${shortDayAndHour(createdAt)}, ${plural(recipients, 'personne')})`}>
          <p class="typed">{body}</p>
          <p class="soft small">Par {author ?? 'un compte supprimé'}</p>
        </Disclosure>
      ))}
    </section>
  )
}
