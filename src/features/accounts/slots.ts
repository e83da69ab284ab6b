import type { VNode } from 'preact'
import type { Reader } from '#platform/database/database.ts'
import type { Actor } from './actor.ts'

/** What other features show on one’s own profile; null for nothing. One statement each. */
export type ProfileBlock = (reader: Reader, actor: Actor, submission: string) => Promise<VNode | null>
