import { articleKind } from '#features/articles/routes-kind.ts'
import type { Kinds } from '#features/contents/kinds.ts'
import { eventKindOf } from '#features/events/routes-kind.ts'
import { resourceKind } from '#features/resources/routes-kind.ts'
import { serviceKind } from '#features/services/routes-kind.ts'
import { servicesSlot } from '#features/services/routes-of-structure-form.tsx'
import { structureKindOf } from '#features/structures/routes-kind.ts'

export const structureKind = structureKindOf(servicesSlot)

/** The kinds of content that have a history and may be judged. */
export const KINDS: Kinds = [structureKind, serviceKind, articleKind, resourceKind]
