// A worker of mails in a process of its own, to be killed. Retries come sixty times sooner than in life.
import { paragraph } from '#platform/mail/mail-content.ts'
import { workUntilKilled } from './worker-process.ts'

workUntilKilled({
  renderers: {
    plain: async (_reader, { number }) => ({
      subject: `Mail ${number}`,
      body: [paragraph('Un mot.')],
      why: 'Un essai.',
    }),
  },
  wants: async () => 'at-once',
  schedule: (attempts, now) => (attempts > 20 ? undefined : now.add({ seconds: Math.min(attempts, 5) })),
})
