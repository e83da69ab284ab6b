import type { ContentFoot } from '#features/contents/slots.ts'
import { favouriteFoot } from '#features/favourites/block.tsx'
import { recommendAtFoot } from '#features/recommendations/block.tsx'
import { newKey } from '#platform/keys.ts'

/** The foot of every content: « Recommander » for who contributes, then « Garder dans mon espace ». */
export const contentFoot: ContentFoot = {
  async show(reader, content, person) {
    return (
      <>
        {recommendAtFoot(content, person, newKey())}
        {await favouriteFoot.show(reader, content, person)}
      </>
    )
  },
  isKept: favouriteFoot.isKept,
}
