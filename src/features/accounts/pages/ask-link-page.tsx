import { addresses } from '#addresses'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

const words = {
  link: {
    title: 'Recevoir un lien de connexion',
    lead: 'Tapez votre adresse : un mail y apporte un lien qui vous connecte, sans mot de passe.',
    button: 'Recevoir le lien',
    action: addresses.account.signInByLink(),
  },
  reset: {
    title: 'Mot de passe oublié',
    lead: 'Tapez votre adresse : un mail y apporte de quoi choisir un nouveau mot de passe.',
    button: 'Recevoir le mail',
    action: addresses.account.forgotten(),
  },
}

/** Asks for a link by mail. It never says whether the address has an account. */
type Props = {
  purpose: 'link' | 'reset'
  state: FormState
  submission: string
  /** Where one was going, with the form that was sent without being signed in. */
  back: string
  kept: string
}

export function AskLinkPage(props: Props) {
  const { title, lead, button, action } = words[props.purpose]
  return (
    <PageFrame width="narrow">
      <PageHeading title={title} lead={lead} />
      <ErrorSummary state={props.state} />
      <Form action={action} submission={props.submission}>
        <Field
          state={props.state}
          name="email"
          type="email"
          label="Adresse e-mail"
          autocomplete="email"
          inputmode="email"
          spellcheck={false}
        />
        {props.kept !== '' && <Hidden name="retour" value={props.back} />}
        {props.kept !== '' && <Hidden name="reprise" value={props.kept} />}
        <SaveBar>
          <Button icon="mail">{button}</Button>
          <ButtonLink href={addresses.account.signIn()} look="quiet">
            Retour à la connexion
          </ButtonLink>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}
