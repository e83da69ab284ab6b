import { listJudges } from '#features/accounts/account-queries.ts'
import type { WhenAccountConfirmed } from '#features/accounts/confirmation-actions.ts'
import { notify } from '#features/notifications/actions.ts'

/** A professional waits for validation: those who judge his département are told (ACC-2), in the transaction that confirms him. */
export const tellAccountJudges: WhenAccountConfirmed = async (tx, { id, isPending, departement }, now) => {
  if (!isPending) return
  const judges = await listJudges(tx, departement)
  const notice = { cause: `account-to-validate:${id}`, kind: 'account-to-validate', topic: 'judging' as const, now }
  await notify(
    tx,
    judges.map((person) => ({ ...notice, person, about: { person: id, to: person.id } })),
  )
}
