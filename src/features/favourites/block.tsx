import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { KeepForm } from './pages/keep-form.tsx'
import { isKept } from './queries.ts'

/** « Garder dans mon espace » at the foot of a content. One statement for who is signed in, none for the others. */
export async function favouriteFoot(reader: Reader, content: { id: number; href: string }, person: Person) {
  const kept = person !== undefined && (await isKept(reader, person.id, content.id))
  return (
    <div class="content-foot">
      <KeepForm contentId={content.id} isKept={kept} back={content.href} />
    </div>
  )
}
