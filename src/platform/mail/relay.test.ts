import { expect, test } from 'vitest'
import { openSink } from '#tests/smtp-sink.ts'
import { openRelay } from './relay.ts'

const message = (to: string) => ({ from: 'site@site.example', to, subject: 'Bonjour', text: 'Un mot.' })

test('F5: a relay that hangs is left at the end of the try, nothing leaves afterwards, and the next mail passes', async () => {
  const sink = await openSink({
    decide: (recipient) => (recipient === 'slow@example.fr' ? { hangMs: 1500 } : 'accept'),
  })
  const relay = openRelay(sink.url, 1)
  const began = performance.now()
  const slow = await relay.send(message('slow@example.fr'), AbortSignal.timeout(300))
  expect(slow.kind).toBe('passing')
  expect(performance.now() - began).toBeLessThan(1200)
  expect(await relay.send(message('next@example.fr'))).toMatchObject({ kind: 'sent' })
  expect(sink.tries('slow@example.fr')).toBe(1)
  relay.close()
  await sink.close()
})

test('F5: a wrong password of the site, or a sender it may not use, is a setting to mend and loses no mail', async () => {
  const sink = await openSink({ decide: () => ({ refuse: 530, text: 'who are you', at: 'recipient' }) })
  const relay = openRelay(sink.url.replace('//', '//user:wrong@'))
  expect(await relay.send(message('a@example.fr'))).toMatchObject({ kind: 'passing' })
  const anonymous = openRelay(sink.url)
  expect(await anonymous.send(message('a@example.fr'))).toMatchObject({
    kind: 'passing',
    answer: expect.stringMatching('530'),
  })
  relay.close()
  anonymous.close()
  await sink.close()
})
