import type { Actor } from '#features/accounts/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { ChoicesForm } from './pages/choices-form.tsx'
import { findChoices } from './queries.ts'
import { mayBeListed } from './texts.ts'

/** « Ma fiche dans l’annuaire », on one’s own profile; null for who is not listed there. */
export async function directoryBlock(reader: Reader, actor: Actor, submission: string) {
  if (!mayBeListed(actor.role)) return null
  return <ChoicesForm choices={await findChoices(reader, actor.id)} submission={submission} />
}
