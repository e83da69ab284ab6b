import { sweepAccounts } from '#features/accounts/jobs.ts'
import { accountMails } from '#features/accounts/mail-jobs.ts'
import { canvasMails } from '#features/canvas/mails.ts'
import { fileParents } from '#features/contents/file-queries.ts'
import { invitationKey } from '#features/contents/invitation-actions.ts'
import { contentMails } from '#features/contents/mails.ts'
import { sweepDrafts } from '#features/drafts/jobs.ts'
import { filePeriodics, fileTasks } from '#features/files/jobs.ts'
import { sendDigests } from '#features/notifications/digest-actions.ts'
import { digestMails, topicStops } from '#features/notifications/mails.ts'
import { wants } from '#features/notifications/queries.ts'
import { type Stop, topicStopKey } from '#features/notifications/stop-actions.ts'
import { strangerStop } from '#features/notifications/stranger-actions.ts'
import { watchOrientations } from '#features/orientation/jobs.ts'
import { orientationMails } from '#features/orientation/mails.ts'
import { stopKey } from '#features/orientation/saved-actions.ts'
import { expireInvitations } from '#features/projects/adviser-actions.ts'
import { projectFileParents } from '#features/projects/file-queries.ts'
import { projectMails } from '#features/projects/mails.ts'
import { forgetRecommendations } from '#features/recommendations/actions.ts'
import { recommendationMails } from '#features/recommendations/mails.ts'
import { remindAndThank, sweepHolds } from '#features/registrations/jobs.ts'
import { registrationMails } from '#features/registrations/mails.ts'
import { anonymiseOldRegistrations } from '#features/registrations/retention-actions.ts'
import { hasFreeSeats } from '#features/registrations/seat-queries.ts'
import { learnSearchWords } from '#features/search/jobs.ts'
import { askForChecks, checkKey } from '#features/services/check-actions.ts'
import { sheetMails } from '#features/services/mails.ts'
import { type Periodic, startWorker as startQueue, type Worker } from '#platform/jobs/worker.ts'
import type { MailRenderers } from '#platform/mail/mail-content.ts'
import { mailPeriodics, mailTasks } from '#platform/mail/mail-tasks.ts'
import { openRelay } from '#platform/mail/relay.ts'
import type { Mailing } from '#platform/mail/send-waiting-mail.ts'
import type { Writing } from '#platform/mail/written-mail.ts'
import type { Parts } from '#platform/parts.ts'
import { sweepRateLimits } from '#platform/rate-limits/rate-limit.ts'
import { sweepSubmissions } from '#platform/submissions/once.ts'
import { KINDS } from './kinds.ts'
import { noticesOf } from './notices.ts'

/** The mails of every feature, by kind. */
export const renderers = ({ settings }: Parts): MailRenderers => ({
  ...accountMails(settings.SECRET),
  ...registrationMails(settings.CONTACT_MAIL),
  ...sheetMails((seed) => checkKey(settings.SECRET, seed)),
  ...orientationMails((seed) => stopKey(settings.SECRET, seed), hasFreeSeats),
  ...projectMails(strangerStop(settings.SECRET)),
  ...canvasMails,
  ...recommendationMails(strangerStop(settings.SECRET)),
  ...digestMails(noticesOf({ settings }), topicStopKeyOf(settings.SECRET)),
  ...contentMails(KINDS, (seed) => invitationKey(settings.SECRET, seed)),
})

const topicStopKeyOf = (secret: string) => (stop: Stop) => topicStopKey(secret, stop)

/** What mails are written with, as they leave. */
export const writing = (parts: Parts): Writing => ({
  renderers: renderers(parts),
  stopOf: topicStops(parts.settings.PUBLIC_URL, topicStopKeyOf(parts.settings.SECRET)),
})

/** What shows files. */
const fileParentsOf = ({ clock }: Parts) => [fileParents, projectFileParents(() => clock.now())]

/** What is done again and again, once for all workers. */
function periodics({ database, clock, settings, log }: Parts): Periodic[] {
  return [
    { name: 'sweep-holds', everyMinutes: 1, run: () => sweepHolds(database, clock.now()) },
    { name: 'remind-and-thank', everyMinutes: 1, run: () => remindAndThank(database, clock.now()) },
    {
      name: 'anonymise-registrations',
      everyMinutes: 24 * 60,
      run: async () => {
        const done = await anonymiseOldRegistrations(database, clock.now())
        if (done.kind === 'stopped') log.error(done, 'old registrations were not made anonymous')
      },
    },
    {
      name: 'ask-for-checks',
      everyMinutes: 24 * 60,
      run: async () => {
        await askForChecks(database, clock.now(), settings.SECRET)
      },
    },
    {
      name: 'watch-orientations',
      everyMinutes: 60,
      run: () => watchOrientations(database, clock.now(), hasFreeSeats),
    },
    { name: 'expire-invitations', everyMinutes: 24 * 60, run: () => expireInvitations(database, clock.now()) },
    { name: 'send-digests', everyMinutes: 10, run: async () => void (await sendDigests(database, clock.now())) },
    {
      name: 'forget-recommendations',
      everyMinutes: 24 * 60,
      run: () => forgetRecommendations(database, clock.now()),
    },
    { name: 'learn-search-words', everyMinutes: 60, run: () => learnSearchWords(database) },
    { name: 'sweep-accounts', everyMinutes: 60, run: () => sweepAccounts(database, clock.now()) },
    { name: 'sweep-drafts', everyMinutes: 60, run: () => sweepDrafts(database, clock.now()) },
    { name: 'sweep-submissions', everyMinutes: 60, run: () => sweepSubmissions(database, clock.now()) },
    { name: 'sweep-rate-limits', everyMinutes: 60, run: () => sweepRateLimits(database, clock.now()) },
  ]
}

/** Works on the jobs of every feature until stopped. */
export async function startWorkerOf(parts: Parts): Promise<Worker> {
  const relay = openRelay(parts.settings.SMTP_URL ?? 'smtp://127.0.0.1:1081')
  const mailing: Mailing = { parts, relay, ...writing(parts), wants }
  const worker = startQueue(parts, {
    tasks: { ...mailTasks(mailing), ...fileTasks(parts, fileParentsOf(parts)) },
    periodics: [...mailPeriodics(mailing), ...periodics(parts), ...filePeriodics(parts, fileParentsOf(parts))],
  })
  return {
    async stop() {
      await worker.stop()
      relay.close()
    },
  }
}
