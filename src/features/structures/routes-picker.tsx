import type { Reader } from '#platform/database/database.ts'
import type { Fields } from '#platform/http/fields.ts'
import { type FormState, typedIn } from '#ui/form-state.ts'
import { StructurePicker } from './pages/structure-picker.tsx'
import { structureName, structuresNamed } from './queries.ts'

const TYPED = 'structure'
const CHOSEN = 'structure_choix'
const LOOK = 'structure_chercher'

/**
 * A structure of the directory, or a name when it is not there (ACC-1): one types, looks, then chooses. Handed to the form
 * of a professional's account.
 */
export const structurePicker = {
  async fields(state: FormState, reader: Reader) {
    const typed = typedIn(state, TYPED)
    const looked = typedIn(state, LOOK) !== '' || typedIn(state, CHOSEN) !== ''
    const found = looked && typed.trim() !== '' ? await structuresNamed(reader, typed) : undefined
    return <StructurePicker state={state} names={{ typed: TYPED, chosen: CHOSEN, look: LOOK }} found={found} />
  },
  parse(fields: Fields): { structureId?: number; typed?: string } {
    const chosen = fields.get(CHOSEN)
    return /^[1-9]\d{0,14}$/.test(chosen) ? { structureId: Number(chosen) } : { typed: fields.get(TYPED) }
  },
  async nameOf(reader: Reader, id: number): Promise<string | undefined> {
    return (await structureName(reader, id))?.title
  },
  searches: (fields: Fields): boolean => fields.has(LOOK),
}
