import { ownColumn } from '#features/contents/queries.ts'
import type { ResourceKind } from './rules.ts'
import { resources } from './tables.ts'

/** What a resource adds to the text of every content. */
export type ResourceOwn = { kind: ResourceKind; link: string }

export const resourceOwn = ownColumn<ResourceOwn>(resources, { kind: resources.kind, link: resources.link })
