import type { ContentFoot } from '#features/contents/slots.ts'
import { KeepForm } from './pages/keep-form.tsx'
import { isKept, keptColumn } from './queries.ts'

/** « Garder dans mon espace » at the foot of a content. */
export const favouriteFoot: ContentFoot = {
  async show(reader, { id, href, isKept: known }, person) {
    const kept = person !== undefined && (known ?? (await isKept(reader, person.id, id)))
    return (
      <div class="content-foot">
        <KeepForm contentId={id} isKept={kept} back={href} />
      </div>
    )
  },
  isKept: keptColumn,
}
