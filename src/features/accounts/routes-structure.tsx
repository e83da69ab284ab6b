import type { VNode } from 'preact'
import type { Reader } from '#platform/database/database.ts'
import type { Fields } from '#platform/http/fields.ts'
import { Field } from '#ui/field.tsx'
import type { FormState } from '#ui/form-state.ts'

/** How a professional says where he works: given by the structures, so that he may choose in the directory (ACC-1). */
export type StructureChoice = {
  /** Its fields; an error about them stands under `structure`. */
  fields(state: FormState, reader: Reader): VNode | Promise<VNode>
  parse(fields: Fields): { structureId?: number | undefined; typed?: string | undefined }
  /** Undefined for a number that is not a structure to be seen. */
  nameOf(reader: Reader, id: number): Promise<string | undefined>
  /** Whether the button pressed only looks for structures: the form is shown again, nothing is sent. */
  searches?(fields: Fields): boolean
}

/** Without a directory: the name, as typed. */
export const typedStructure: StructureChoice = {
  fields: (state) => (
    <Field
      state={state}
      name="structure"
      label="Structure"
      hint="Le nom de l’organisme où vous travaillez."
      autocomplete="organization"
    />
  ),
  parse: (fields) => ({ typed: fields.get('structure') }),
  nameOf: async () => undefined,
}

const LONGEST = 300

/** The structure of a sign-up form, or the sentence that says what is wrong with it. */
export async function readStructure(
  choice: StructureChoice,
  fields: Fields,
  reader: Reader,
): Promise<{ structureId?: number; structureName: string } | string> {
  const { structureId, typed = '' } = choice.parse(fields)
  if (structureId !== undefined) {
    const name = await choice.nameOf(reader, structureId)
    return name === undefined
      ? 'Cette structure n’est plus dans l’annuaire : choisissez-en une autre.'
      : { structureId, structureName: name }
  }
  const name = typed.replace(/\s+/g, ' ').trim()
  if (name === '' || name.includes('\0') || !name.isWellFormed()) return 'Choisissez votre structure, ou tapez son nom.'
  return name.length > LONGEST ? `Ce nom est trop long : ${LONGEST} caractères au plus.` : { structureName: name }
}
