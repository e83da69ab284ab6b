import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '#platform/database/database.ts'
import { NOON, openMailing } from '#tests/mailing.ts'
import { sendMail } from './outbox.ts'
import { mails } from './tables.ts'
import { lockWaiting, settle } from './waiting-mails.ts'

let open: Awaited<ReturnType<typeof openMailing>>
beforeAll(async () => {
  open = await openMailing()
})
afterAll(() => open.close())

const rows = () => open.database.select().from(mails)

test('R8: what the relay took is written for good at once, whatever its words; what follows cannot undo it', async () => {
  const answer = `250 it's "queued" \\ as $1; drop table mails; --\0é`
  await transact(open.database, (tx) =>
    sendMail(tx, { cause: 'seat:1', kind: 'plain', recipient: 'a@example.fr', about: {}, now: NOON }),
  )
  const id = (await rows())[0]?.id ?? 0
  const sending = open.database.transaction(async (tx) => {
    const mail = await lockWaiting(tx, id)
    if (mail === undefined) throw new Error('nothing waits')
    await settle(tx, mail, { kind: 'sent', answer }, NOON)
    expect((await rows())[0]?.state).toBe('sent')
    throw new Error('killed')
  })
  await expect(sending).rejects.toThrow('killed')
  expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 1, lastAnswer: answer.replace('\0', '') })
})
