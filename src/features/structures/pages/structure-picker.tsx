import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choice.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import type { FormState } from '#ui/form-state.ts'
import type { StructureName } from '../queries.ts'

export type StructurePickerProps = {
  state: FormState
  names: { typed: string; chosen: string; look: string }
  /** Absent before anything was looked for. */
  found: readonly StructureName[] | undefined
}

/** One's structure: its name, a button that looks for it in the directory, then those that were found. */
export function StructurePicker({ state, names, found }: StructurePickerProps) {
  return (
    <>
      <Field
        state={state}
        name={names.typed}
        label="Structure"
        hint="Tapez son nom, puis cherchez-la dans l’annuaire. Si elle n’y est pas, le nom tapé suffit."
        autocomplete="organization"
        maxLength={300}
      />
      <p>
        <Button name={names.look} value="oui" look="plain" icon="search">
          Chercher dans l’annuaire
        </Button>
      </p>
      {found !== undefined && <Found state={state} name={names.chosen} found={found} />}
    </>
  )
}

function Found({ state, name, found }: { state: FormState; name: string; found: readonly StructureName[] }) {
  if (found.length === 0) {
    return (
      <Notice>
        <p>Aucune structure de l’annuaire ne porte ce nom : celui que vous avez tapé sera gardé.</p>
      </Notice>
    )
  }
  const options = found.map(({ id, title, city }) => ({ value: String(id), text: title, hint: city || undefined }))
  const other = { value: 'autre', text: 'Aucune de celles-ci : garder le nom tapé' }
  return <Radios state={state} name={name} label="Votre structure est-elle ici ?" options={[...options, other]} />
}
