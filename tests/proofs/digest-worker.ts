// A worker that writes and sends the mails of the day in a process of its own, to be killed. Its clock stands at the hour given.
import { argv } from 'node:process'
import { sendDigests } from '#features/notifications/digest-actions.ts'
import { digestMails } from '#features/notifications/mails.ts'
import { wants } from '#features/notifications/queries.ts'
import { strangerStop } from '#features/notifications/stranger-actions.ts'
import { recommendationNotices } from '#features/recommendations/block-notices.ts'
import { recommendationMails } from '#features/recommendations/mails.ts'
import { WORKER_SECRET, workUntilKilled } from './worker-process.ts'

const at = Temporal.Instant.from(argv[4] ?? '')

workUntilKilled({
  renderers: {
    ...recommendationMails(strangerStop(WORKER_SECRET)),
    ...digestMails([recommendationNotices], () => 'stop'),
  },
  wants,
  clock: { now: () => at },
  periodic: ({ database, clock }) => ({
    ...{ name: 'send-digests', everyMinutes: 1 },
    run: async () => void (await sendDigests(database, clock.now())),
  }),
  beatMs: 250,
})
