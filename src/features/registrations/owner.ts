import type { Actor } from '#features/accounts/actor.ts'
import { readEmail } from '#kernel/email-address'

/** An account, and the form in which its confirmed address is compared. */
export type Owner = { id: number; emailKey: string }

export function ownerOf({ id, email }: Pick<Actor, 'id' | 'email'>): Owner {
  const read = readEmail(email)
  return { id, emailKey: typeof read === 'string' ? email : read.key }
}
