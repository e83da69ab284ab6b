import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/choice.tsx'
import { Form } from '#ui/form.tsx'
import { filledForm } from '#ui/form-state.ts'
import { Band } from '#ui/page-frame.tsx'
import type { DirectoryChoices } from '../choices.ts'

const word = (yes: boolean) => (yes ? 'oui' : undefined)

/** What the other professionals see of one: each chooses. */
export function ChoicesForm({ choices, submission }: { choices: DirectoryChoices; submission: string }) {
  const { listed, showsPhone, showsEmail } = choices
  const state = filledForm({ annuaire: word(listed), telephone: word(showsPhone), email: word(showsEmail) })
  const box = { state, optional: 'unsaid' } as const
  return (
    <Band
      title="Ma fiche dans l’annuaire"
      id="annuaire"
      more={{ href: addresses.directory(), text: 'Voir l’annuaire' }}
    >
      <p>
        Seuls les professionnels du réseau lisent l’annuaire. Vos nom, fonction, structure et département y figurent ;
        le reste, si vous le voulez.
      </p>
      <Form action={addresses.mySpace.directory()} submission={submission}>
        <Checkbox {...box} name="annuaire" label="Figurer dans l’annuaire des professionnels" />
        <Checkbox {...box} name="telephone" label="Y montrer mon téléphone" />
        <Checkbox {...box} name="email" label="Y montrer mon adresse e-mail" />
        <div class="row">
          <Button look="plain">Enregistrer ma fiche</Button>
        </div>
      </Form>
    </Band>
  )
}
