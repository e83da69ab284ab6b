import type { VNode } from 'preact'
import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Checkbox, Select } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { ErrorSummary, Form, FormSection, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { PASSWORD_HINT } from '../texts.ts'

type Props = { state: FormState; submission: string }

const crumbs = [
  { href: addresses.home(), text: 'Accueil' },
  { href: addresses.account.signUp(), text: 'Créer un compte' },
]

function PersonFields({ state }: { state: FormState }) {
  return (
    <>
      <Field state={state} name="nom" label="Prénom et nom" autocomplete="name" maxLength={200} />
      <Field
        state={state}
        name="email"
        type="email"
        label="Adresse e-mail"
        hint="Un mail y est envoyé pour la confirmer. Elle n’est jamais affichée au public."
        autocomplete="email"
        inputmode="email"
        spellcheck={false}
      />
      <Field
        state={state}
        name="mot_de_passe"
        type="password"
        label="Mot de passe"
        hint={PASSWORD_HINT}
        autocomplete="new-password"
      />
    </>
  )
}

export function CreatorSignUpPage({ state, submission }: Props) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Créer un compte « créateur »"
        crumbs={crumbs}
        lead="Votre compte est ouvert dès que votre adresse est confirmée."
      />
      <ErrorSummary state={state} />
      <Form action={addresses.account.signUpCreator()} submission={submission}>
        <PersonFields state={state} />
        <SaveBar>
          <Button>Créer mon compte</Button>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}

type ProfessionalProps = Props & {
  departements: readonly { code: string; name: string }[]
  structure: VNode
}

export function ProfessionalSignUpPage({ state, submission, departements, structure }: ProfessionalProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Demander un compte « professionnel »"
        crumbs={crumbs}
        lead="Votre compte est validé par l’administrateur du site ou par l’animateur territorial de votre département. En attendant, vous avez les droits d’un créateur."
      />
      <ErrorSummary state={state} />
      <Form action={addresses.account.signUpProfessional()} submission={submission}>
        {/* Enter sends the form by its first button, which must not be the one that looks for a structure. */}
        <button type="submit" hidden>
          Envoyer ma demande
        </button>
        {/* Return in a field presses the first button: let it be this one, not the one that looks for structures. */}
        <button class="unseen" type="submit" tabIndex={-1} aria-hidden="true">
          Envoyer ma demande
        </button>
        <FormSection title="Votre activité">
          {structure}
          <Field
            state={state}
            name="fonction"
            label="Fonction"
            hint="Par exemple : conseillère création, chargé de développement."
            autocomplete="organization-title"
            maxLength={200}
          />
          <Field
            state={state}
            name="telephone"
            type="tel"
            label="Téléphone professionnel"
            hint="Pour ceux qui valident votre compte, s’ils ont une question."
            autocomplete="tel"
            inputmode="tel"
            width="medium"
          />
          <Select
            state={state}
            name="departement"
            label="Département"
            empty="Choisir…"
            options={departements.map(({ code, name }) => ({ value: code, text: `${name} (${code})` }))}
          />
          <Checkbox
            state={state}
            name="publier"
            label="Je souhaite publier : évènements, articles, ressources"
            hint="Sans cocher, vous lirez les contenus réservés aux professionnels sans publier."
            optional
          />
        </FormSection>
        <FormSection title="Vous">
          <PersonFields state={state} />
        </FormSection>
        <SaveBar>
          <Button>Envoyer ma demande</Button>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}
