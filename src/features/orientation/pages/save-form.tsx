import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/choice.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'

export type SaveFormProps = {
  state: FormState
  /** The criteria, as an address writes them. */
  query: string
  submission: string
  signedIn: boolean
}

/** « Enregistrer dans Mon espace » and « Me prévenir » (ORI-2). Who is not signed in is asked to, then comes back. */
export function SaveForm({ state, query, submission, signedIn }: SaveFormProps) {
  return (
    <Form action={addresses.mySpace.orientations()} submission={submission} label="Enregistrer ces résultats">
      <ErrorSummary state={state} form="garder" />
      <Hidden name="criteres" value={query} />
      <Field state={state} form="garder" name="nom" label="Nom" maxLength={120} />
      <Checkbox
        state={state}
        form="garder"
        name="prevenir"
        label="Me prévenir par mail quand une nouveauté répond"
        hint="Un mail par jour au plus ; chacun permet d’arrêter."
        optional
      />
      <p>
        <Button look="plain">Enregistrer dans Mon espace</Button>
      </p>
      {!signedIn && <p class="soft small">Il vous sera demandé de vous connecter ; vos réponses sont gardées.</p>}
    </Form>
  )
}
