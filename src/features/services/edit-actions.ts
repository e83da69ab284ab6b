import { moveContentsIn } from '#features/contents/actions.ts'
import type { Tx } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { moveServices, orderServices } from './edit-store.ts'

/** Makes these the services that a structure shows, in this order; those that were another's become its own. */
export async function moveServicesIn(tx: Tx, structureId: number, ids: readonly number[]): Promise<void> {
  const moved = await moveServices(tx, structureId, ids)
  await moveContentsIn(tx, moved, structureId)
  await orderServices(tx, structureId, ids)
  await dropPages(tx, ['services', ...moved.map((id) => `content:${id}`)])
}
