import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { PASSWORD_HINT } from '../texts.ts'

type Props = { state: FormState; submission: string; email: string; action: string }

export function ResetPage({ state, submission, email, action }: Props) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Choisir un nouveau mot de passe"
        lead={`Pour le compte ${email}. Tous les appareils connectés seront déconnectés, sauf celui-ci.`}
      />
      <ErrorSummary state={state} />
      <Form action={action} submission={submission}>
        <Field
          state={state}
          name="mot_de_passe"
          type="password"
          label="Nouveau mot de passe"
          hint={PASSWORD_HINT}
          autocomplete="new-password"
        />
        <SaveBar>
          <Button>Changer le mot de passe</Button>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}
