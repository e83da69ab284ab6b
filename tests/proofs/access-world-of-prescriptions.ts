import { registrations } from '#features/registrations/tables.ts'
import { newKey } from '#platform/keys.ts'
import { NOW } from '../make.ts'
import type { TestSite } from '../site.ts'

type Keys = { key: string; receipt: string }

/** People whom the author enrolled, one for each thing that is done to them. */
export type Prescribed = Record<'followed' | 'withdrawn' | 'objecting', Keys>

export async function makePrescribed(
  { database }: TestSite,
  listId: number,
  prescriberId: number,
): Promise<Prescribed> {
  const now = Temporal.Instant.from(NOW)
  const enrol = async (name: keyof Prescribed): Promise<Keys> => {
    const keys = { key: newKey(), receipt: newKey() }
    const email = `${name}@exemple.test`
    const row = { ...keys, listId, prescriberId, name: 'Canari Zoé', email, emailKey: email }
    await database.insert(registrations).values({ ...row, state: 'confirmed', verifiedAt: now, createdAt: now })
    return keys
  }
  return {
    followed: await enrol('followed'),
    withdrawn: await enrol('withdrawn'),
    objecting: await enrol('objecting'),
  }
}
