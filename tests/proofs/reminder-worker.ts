// A worker that reminds and sends in a process of its own, to be killed. Its heart beats faster than in life.
import { remindAndThank } from '#features/registrations/jobs.ts'
import { registrationMails } from '#features/registrations/mails.ts'
import { workUntilKilled } from './worker-process.ts'

workUntilKilled({
  renderers: registrationMails('contact@example.fr'),
  wants: async () => 'at-once',
  periodic: ({ database, clock }) => ({
    ...{ name: 'remind-and-thank', everyMinutes: 1 },
    run: () => remindAndThank(database, clock.now()),
  }),
  beatMs: 250,
})
