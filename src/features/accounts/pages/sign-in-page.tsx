import { addresses } from '#addresses'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

export type SignInProps = {
  state: FormState
  submission: string
  /** Where to go afterwards. */
  back: string
  /** A form that was sent without being signed in, to be sent again afterwards. */
  kept: string
  /** Shown instead of a page that asks for an account. */
  asked: boolean
}

export function SignInPage({ state, submission, back, kept, asked }: SignInProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading title={asked ? 'Connectez-vous pour continuer' : 'Se connecter'} />
      {kept !== '' && (
        <Notice title="Rien n’est perdu">
          <p>Votre session est terminée. Ce que vous aviez tapé est gardé : vous pourrez le renvoyer juste après.</p>
        </Notice>
      )}
      <ErrorSummary state={state} />
      <Form action={addresses.account.signIn()} submission={submission}>
        <Field
          state={state}
          name="email"
          type="email"
          label="Adresse e-mail"
          autocomplete="username"
          inputmode="email"
          spellcheck={false}
        />
        <Field state={state} name="mot_de_passe" type="password" label="Mot de passe" autocomplete="current-password" />
        {back !== '' && <Hidden name="retour" value={back} />}
        {kept !== '' && <Hidden name="reprise" value={kept} />}
        <SaveBar>
          <Button icon="log-in">Se connecter</Button>
          {kept === '' ? (
            <ButtonLink href={addresses.account.forgotten()} look="quiet">
              Mot de passe oublié
            </ButtonLink>
          ) : (
            <ByMail />
          )}
        </SaveBar>
      </Form>
      <Panel title={kept === '' ? 'Sans mot de passe, ou pas encore de compte' : 'Pas encore de compte'}>
        <div class="row">
          {kept === '' && (
            <ButtonLink href={addresses.account.signInByLink()} look="plain" icon="mail">
              Recevoir un lien par e-mail
            </ButtonLink>
          )}
          <ButtonLink href={addresses.account.signUp()} look="plain">
            Créer un compte
          </ButtonLink>
        </div>
      </Panel>
    </PageFrame>
  )
}

/** Buttons of the form, so that what it keeps goes along to the address typed above. */
const ByMail = () => (
  <>
    <Button action={addresses.account.signInByLink()} look="plain" icon="mail">
      Recevoir un lien par e-mail
    </Button>
    <Button action={addresses.account.forgotten()} look="quiet">
      Mot de passe oublié
    </Button>
  </>
)
