import { Button } from '#ui/button.tsx'
import { Field, TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { MOST_WORD } from '../rules.ts'

export type RecommendFormProps = {
  action: string
  submission: string
  /** Reserved to professionals: said before sending, and how the person could read it (REC-2). */
  isPro: boolean
  state: FormState
  form?: string
}

/** The address of a person, a word, and what she will get. */
export function RecommendForm({ action, submission, isPro, state, form }: RecommendFormProps) {
  const apart = form === undefined ? {} : { form }
  return (
    <Form action={action} submission={submission} label="Recommander">
      {isPro && (
        <Notice tone="warn" title="Contenu réservé aux professionnels">
          <p>
            Un créateur ne pourra pas le voir : son mail ne dira ni le titre ni le résumé. Pour le lire, il faut un
            compte professionnel validé à cette adresse.
          </p>
        </Notice>
      )}
      <Field
        state={state}
        name="email"
        type="email"
        label="Adresse e-mail de la personne que vous accompagnez"
        autocomplete="off"
        inputmode="email"
        first={form !== undefined}
        {...apart}
      />
      <TextArea
        state={state}
        name="mot"
        label="Un mot de votre part"
        rows={3}
        maxLength={MOST_WORD}
        optional
        {...apart}
      />
      <p class="soft small">
        Elle recevra un mail à votre nom avec{' '}
        {isPro ? 'cette explication' : 'le titre, le résumé et le lien de cette page'}, votre mot s’il y en a un, une
        invitation à créer un compte « créateur » si elle n’en a pas, et de quoi ne plus en recevoir. Elle ne reçoit
        rien si elle l’a demandé.
      </p>
      <div class="row">
        <Button icon="send">Recommander</Button>
      </div>
    </Form>
  )
}
