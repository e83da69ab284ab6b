import { addresses } from '#addresses'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { type ResourceOwn, resourceOwn } from './revision-queries.ts'
import { insertResource, updateResource } from './store.ts'
import { KIND_TEXTS } from './texts.ts'

/** What resources hand to the history and to moderation. */
export const resourceKind: KindOfContent<ResourceOwn> = {
  kind: 'resource',
  async apply(tx, contentId, { content, own }, { isNew, now, actorId }) {
    const text = { title: content.title, summary: content.summary, ...own }
    if (isNew) await insertResource(tx, contentId, text)
    else await updateResource(tx, contentId, { ...text, editedAt: actorId === null ? undefined : now })
  },
  own: resourceOwn,
  fields: ({ kind, link }) => [
    ['Type de ressource', KIND_TEXTS[kind]],
    ['Lien web / vidéo', link],
  ],
  tags: ({ content }) => ['resources', ...(content.structureId === null ? [] : [`content:${content.structureId}`])],
  address: { one: addresses.resources.one, edit: addresses.resources.edit, history: addresses.resources.history },
}
