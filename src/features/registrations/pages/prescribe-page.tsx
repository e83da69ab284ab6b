import { addresses } from '#addresses'
import type { MailContent } from '#platform/mail/mail-content.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { chosenBeforehand, type DateChoice, DateChoices, WordsByChoice } from './date-choices.tsx'
import { MailPreview } from './mail-preview.tsx'

export type PrescribePageProps = {
  item: string
  title: string
  dates: readonly DateChoice[]
  form: FormState
  submission: string
  /** The event is reserved to professionals: the mail bears neither its title nor a link to its page. */
  isReserved: boolean
  /** The mail that the person will get for the chosen date; undefined when no date is open. */
  mail: MailContent | undefined
  email: string
}

/** « Inscrire une personne que j’accompagne » (REG-6): the date, the person, and who will get what, said before. */
export function PrescribePage(props: PrescribePageProps) {
  const { item, title, dates } = props
  const event = addresses.events.one({ item })
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Inscrire une personne que j’accompagne"
        lead={title}
        crumbs={[
          { href: addresses.agenda(), text: 'Agenda' },
          { href: event, text: title },
        ]}
      />
      {dates.some(({ closed }) => !closed) ? (
        <PrescribeForm {...props} />
      ) : (
        <Panel>
          <p>Aucune date n’est ouverte aux inscriptions par prescription pour le moment.</p>
          <ButtonLink href={event} look="plain">
            Revenir à l’évènement
          </ButtonLink>
        </Panel>
      )}
    </PageFrame>
  )
}

function PrescribeForm(props: PrescribePageProps) {
  const { item, dates, form, submission } = props
  return (
    <Form action={addresses.events.prescribe({ item })} submission={submission}>
      <ErrorSummary state={form} />
      <DateChoices dates={dates} form={form} />
      <Field state={form} name="nom" label="Son nom" autocomplete="off" maxLength={200} />
      <Field
        state={form}
        name="email"
        label="Son adresse e-mail"
        type="email"
        autocomplete="off"
        hint="Celle de la personne, pas la vôtre : elle y reçoit la confirmation et l’invitation pour son agenda."
      />
      <Field
        state={form}
        name="telephone"
        label="Son téléphone"
        type="tel"
        autocomplete="off"
        optional
        hint="Pour la joindre si la date change au dernier moment. Rien d’autre n’est demandé : n’indiquez aucune donnée de santé."
      />
      <WhoGetsWhat {...props} />
      <Button icon="send">
        <WordsByChoice free="Inscrire cette personne" full="Inscrire cette personne sur la liste d’attente" />
      </Button>
    </Form>
  )
}

function WhoGetsWhat({ isReserved, mail, email, dates, form }: PrescribePageProps) {
  const shown = dates.find(({ listId }) => String(listId) === typedIn(form, 'date')) ?? chosenBeforehand(dates)
  const mailDate = dates.length > 1 ? ` (ici pour ${shown?.text})` : ''
  return (
    <section class="section" id="qui-recoit-quoi">
      <h2>Qui recevra quoi</h2>
      <dl class="who-gets-what">
        <dt>La personne</dt>
        <dd>
          Un mail tout de suite : la date, le lieu, qui l’a inscrite et pourquoi, comment annuler et comment s’opposer.
          Puis un mail à chaque changement, et un rappel deux jours avant.
          {isReserved && (
            <p>
              <b>
                Cet évènement est réservé aux professionnels : le mail donnera la date et le lieu, sans lien vers la
                page.
              </b>
            </p>
          )}
          {mail && <MailPreview mail={mail} title={`Lire le mail que la personne recevra${mailDate}`} />}
        </dd>
        <dt>Vous</dt>
        <dd>
          Un mail à {email} pour cette inscription, puis à chaque changement : place libérée, annulation, autre date.
        </dd>
        <dt>L’organisateur</dt>
        <dd>Aucun mail : il voit la personne et votre nom dans sa liste « Inscription par prescription ».</dd>
      </dl>
      <p class="soft small">Prévenez la personne avant de l’inscrire : elle doit le savoir et en être d’accord.</p>
    </section>
  )
}
