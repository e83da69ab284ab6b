import type { Periodic, Tasks } from '../jobs/worker.ts'
import { type Mailing, sendWaitingMail } from './send-waiting-mail.ts'
import { forgetOldMails, sweepMails } from './sweep-mails.ts'

/** What a worker does about mails. */
export const mailTasks = (mailing: Mailing): Tasks => ({
  'send-mail': (payload, { signal }) => sendWaitingMail(mailing, (payload as { mail: number }).mail, signal),
})

export const mailPeriodics = ({ parts }: Mailing): Periodic[] => [
  { name: 'sweep-mails', everyMinutes: 1, run: () => sweepMails(parts.database, parts.clock.now()) },
  { name: 'forget-old-mails', everyMinutes: 1440, run: () => forgetOldMails(parts.database, parts.clock.now()) },
]
