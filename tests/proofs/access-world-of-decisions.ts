// What waits around a sheet: requests, an invitation, a question, an upload.
import { authorRequests, contentInvitations } from '#features/contents/membership-tables.ts'
import { uploads } from '#features/files/tables.ts'
import { sheetChecks } from '#features/services/check-tables.ts'
import { hours } from '#kernel/time'
import { hashOf, newKey } from '#platform/keys.ts'
import { make, NOW } from '../make.ts'
import type { TestSite } from '../site.ts'

const now = Temporal.Instant.from(NOW)

export type Around = {
  requests: { waiting: number; answered: number }
  invitationKey: string
  checkKey: string
  uploadKey: string
}

export async function makeAround({ database }: TestSite, contentId: number, authorId: number): Promise<Around> {
  const asking = (await make.person(database, { role: 'professional' })).id
  const request = async (state: 'pending' | 'accepted') => {
    const values = { contentId, personId: asking, message: 'J’y travaille.', state, createdAt: now }
    const [row] = await database.insert(authorRequests).values(values).returning({ id: authorRequests.id })
    return row?.id ?? 0
  }
  const requests = { waiting: await request('pending'), answered: await request('accepted') }
  const [invitationKey, checkKey, uploadKey] = [newKey(), newKey(), newKey()]
  const email = 'invitee@exemple.test'
  await database.insert(contentInvitations).values({
    ...{ contentId, email, emailKey: email, invitedBy: authorId, seed: newKey(), keyHash: hashOf(invitationKey) },
    ...{ state: 'sent', createdAt: now, expiresAt: now.add(hours(240)) },
  })
  const link = { structureId: contentId, personId: authorId, seed: newKey(), keyHash: hashOf(checkKey), sentAt: now }
  await database.insert(sheetChecks).values(link)
  const upload = { key: uploadKey, ownerId: authorId, name: 'a.pdf', length: 10, createdAt: now, updatedAt: now }
  await database.insert(uploads).values(upload)
  return { requests, invitationKey, checkKey, uploadKey }
}
