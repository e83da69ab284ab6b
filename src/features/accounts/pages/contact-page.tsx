import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/choice.tsx'
import { Field, TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { CONTACT_SUBJECTS } from '../contact.ts'
import { SUBJECT_TEXTS } from '../texts.ts'

/** Writes to those who run the site (ACC-7). */
export function ContactPage({ state, submission }: { state: FormState; submission: string }) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Nous écrire"
        lead="Votre message arrive aux administrateurs du site, qui vous répondent par e-mail."
      />
      <ErrorSummary state={state} />
      {typedIn(state, 'sujet') === 'structure' && (
        <Notice title="Préciser votre structure">
          <p>
            Pour tenir à jour une fiche de l’annuaire, <a href={addresses.structures.all()}>ouvrez-la</a> puis
            choisissez « Je travaille ici : demander à gérer cette fiche ». Elle n’y est pas ? Écrivez-nous ici.
          </p>
        </Notice>
      )}
      <Form action={addresses.contact()} submission={submission}>
        <Field state={state} name="nom" label="Prénom et nom" autocomplete="name" maxLength={200} />
        <Field
          state={state}
          name="email"
          type="email"
          label="Adresse e-mail"
          hint="Pour vous répondre, et pour rien d’autre."
          autocomplete="email"
          inputmode="email"
          spellcheck={false}
        />
        <Select
          state={state}
          name="sujet"
          label="Sujet"
          empty="Choisir…"
          options={CONTACT_SUBJECTS.map((value) => ({ value, text: SUBJECT_TEXTS[value] }))}
        />
        <TextArea
          state={state}
          name="message"
          label="Message"
          hint="N’écrivez pas de données de santé ni de mot de passe."
          rows={8}
          maxLength={5000}
        />
        <SaveBar>
          <Button icon="send">Envoyer</Button>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}
