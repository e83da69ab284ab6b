import { Field } from '#ui/field.tsx'
import type { FormState } from '#ui/form-state.ts'
import { HOLD_HOURS } from '../rules.ts'
import { WordsByChoice } from './date-choices.tsx'

/** Who registers: the account that is signed in, or a name and an address. */
export function WhoRegisters({
  person,
  form,
}: {
  person: { name: string; email: string } | undefined
  form: FormState
}) {
  if (person !== undefined) {
    return (
      <p class="small">
        Vous vous inscrivez comme <b>{person.name}</b>.{' '}
        <WordsByChoice
          free="La confirmation et l’invitation pour votre agenda partent à"
          full="Un mail avec votre rang part à"
        />{' '}
        {person.email}.
      </p>
    )
  }
  return (
    <>
      <Field state={form} name="nom" label="Votre nom" autocomplete="name" maxLength={200} />
      <Field
        state={form}
        name="email"
        label="Votre adresse e-mail"
        type="email"
        autocomplete="email"
        hint={
          <WordsByChoice
            free={`Vous y recevrez un lien pour confirmer : la place vous est gardée ${HOLD_HOURS} heures, sans créer de compte.`}
            full="Vous y recevrez un lien pour confirmer votre rang sur la liste d’attente, sans créer de compte."
          />
        }
      />
      <Field
        state={form}
        name="telephone"
        label="Votre téléphone"
        type="tel"
        autocomplete="tel"
        optional
        hint="Pour vous joindre si la date change au dernier moment."
      />
    </>
  )
}
