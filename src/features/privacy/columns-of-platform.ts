import { alike, impersonal, type TableFates } from './column-fates.ts'

/** The queue’s own tables hold numbers of rows only, and are emptied as jobs end: they are classed as a whole. */
export const columnsOfPlatform: Record<string, TableFates> = {
  mails: {
    ...impersonal('mail', {
      id: 'number of the mail',
      kind: 'which renderer writes it',
      bulk: 'whether it lets others pass',
      state: 'where it stands',
      attempts: 'tries so far',
      created_at: 'when it was caused',
      next_try_at: 'when it is tried again',
      settled_at: 'when it was sent or given up',
      bounce: 'how it came back',
      bounced_at: 'when it came back',
    }),
    ...alike(
      { keep: 'mail', exported: true, erase: 'emptied' },
      {
        recipient: 'where it goes',
        last_answer: 'what the relay said, which may quote the address',
        bounce_detail: 'what the server that returned it said, which may quote the address',
      },
    ),
    ...alike(
      { keep: 'mail', exported: true, erase: 'kept, pseudonymous' },
      {
        cause: 'what happened, by number: never sent twice',
        about: 'numbers of the rows that it is written from',
      },
    ),
    ...alike(
      { keep: 'mail', exported: true, erase: 'link to the person removed' },
      {
        person_id: 'whose preferences are asked',
      },
    ),
  },
  submissions: impersonal('days', {
    key: 'keyed hash of a form as sent',
    location: 'where a second sending is led',
    created_at: 'when',
  }),
  worker_heartbeats: impersonal('running', { worker_id: 'which worker', seen_at: 'when it was last alive' }),
  periodic_tasks: impersonal('days', { name: 'which task', occurrence: 'which time of the timetable: done once' }),
}
