import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** Whether no journey of this run has looked at this page yet, as it was served or as it is shown, but for its numbers and keys. */
export function isNew(as: 'served' | 'shown', html: string): boolean {
  const state = html.replace(/(?:value|href|action|nonce|datetime)="[^"]*"|\d+/g, '')
  try {
    // A folder is made once, whichever process is first.
    mkdirSync(join(inject('databases').seen, as + createHash('sha256').update(state).digest('hex')))
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false
    throw error
  }
}
