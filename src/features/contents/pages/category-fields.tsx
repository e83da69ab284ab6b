import { SECTOR_OPTIONS } from '#features/territory/sectors.ts'
import { Checkboxes } from '#ui/choice.tsx'
import type { FormState } from '#ui/form-state.ts'

export type Departements = readonly { code: string; name: string }[]

/** « Catégories »: the départements and the sectors that a text concerns; none means all of them. */
export function CategoryFields(props: {
  state: FormState
  departements: Departements
  hints: { departements: string; sectors: string }
}) {
  const { state, departements, hints } = props
  return (
    <>
      <Checkboxes
        state={state}
        name="departement"
        label="Départements"
        hint={hints.departements}
        look="columns"
        options={departements.map(({ code, name }) => ({ value: code, text: `${name} (${code})` }))}
        optional
      />
      <Checkboxes
        state={state}
        name="secteur"
        label="Secteurs d’activité"
        hint={hints.sectors}
        look="columns"
        options={SECTOR_OPTIONS}
        optional
      />
    </>
  )
}
