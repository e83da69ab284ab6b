import { audit } from '#features/audit/actions.ts'
import type { EmailAddress } from '#kernel/email-address'
import { transact } from '#platform/database/database.ts'
import type { Parts } from '#platform/parts.ts'
import { mailLink } from './link-actions.ts'
import { activate, insertPerson, lockAddress, saveRole } from './person-store.ts'

/**
 * Makes an administrator from the operator's terminal, the first one included: no password is ever given, the person
 * chooses one by the link of a mail. Who has an account keeps it; its sessions see the new role at once.
 */
export function nameAdministrator(parts: Parts, { address, key }: EmailAddress): Promise<'promoted' | 'created'> {
  const now = parts.clock.now()
  return transact(parts.database, async (tx) => {
    const present = (await lockAddress(tx, key)).find(({ state }) => state !== 'unconfirmed')
    const id =
      present?.id ??
      (await insertPerson(tx, { email: address, emailKey: key, name: address, state: 'unconfirmed', createdAt: now }))
    if (present === undefined) await activate(tx, { id, emailKey: key }, now)
    await saveRole(tx, id, 'administrator')
    await audit(tx, { actorId: null, verb: 'administrator-named', object: `person:${id}`, now })
    await mailLink(tx, parts, { purpose: 'reset', addressee: { id, email: address, emailVersion: 1 }, now })
    return present === undefined ? 'created' : 'promoted'
  })
}
