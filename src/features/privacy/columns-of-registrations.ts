import { alike, impersonal, type TableFates } from './column-fates.ts'

export const columnsOfRegistrations: Record<string, TableFates> = {
  registration_lists: impersonal('content', {
    id: 'number of the list',
    date_id: 'which date',
    kind: 'direct or by prescription',
    places: 'how many; none is without limit',
    open: 'whether newcomers are taken',
    closes_at: 'when the date begins',
    cancelled: 'whether the date is',
    taken: 'seats held or confirmed',
    waiting: 'people who wait',
    offer_hours: 'how long a freed place is offered; none is given at once',
    reminded_for: 'the beginning for which reminders were queued',
    thanked_at: 'when thanks were queued',
  }),
  registration_retention_runs: impersonal('running', {
    name: 'which retention',
    ran_at: 'when it last ran: a clock that jumped must not erase',
  }),
  registrant_messages: {
    ...impersonal('registration', {
      id: 'number of the message',
      date_id: 'to those of which date',
      created_at: 'when it was sent',
      recipients: 'to how many',
    }),
    ...alike(
      { keep: 'registration', exported: true, erase: 'link to the person removed' },
      { author_id: 'which organiser wrote it' },
    ),
    ...alike(
      { keep: 'registration', exported: true, erase: 'kept, pseudonymous' },
      {
        subject: 'what it is about, in the words of the organiser',
        body: 'what registrants were told',
      },
    ),
  },
  prescription_objections: alike(
    { keep: 'objection', exported: false, erase: 'kept, pseudonymous' },
    {
      email_hash: 'an address nobody may prescribe any more, as a hash keyed by the site',
      created_at: 'since when',
    },
  ),
  registrations: {
    ...impersonal('registration', {
      id: 'number of the registration',
      list_id: 'which list',
      arrival: 'who waits before whom',
    }),
    ...alike(
      { keep: 'registration', exported: false, erase: 'emptied' },
      {
        key: 'address of the registration, for who has no account',
        receipt: 'address that only tells its state',
        email_key: 'the address as it is compared: one registration each',
      },
    ),
    ...alike(
      { keep: 'registration', exported: true, erase: 'link to the person removed' },
      {
        person_id: 'the account, when there is one',
        prescriber_id: 'the professional who enrolled the person',
      },
    ),
    ...alike(
      { keep: 'registration', exported: true, erase: 'emptied' },
      {
        name: 'who comes: read by the organiser',
        email: 'where the confirmation and the changes go',
        phone: 'to be warned on the day, if given',
      },
    ),
    ...alike(
      { keep: 'registration', exported: true, erase: 'kept, pseudonymous' },
      {
        state: 'seat, queue or end',
        held_until: 'until when a seat waits for its confirmation',
        verified_at: 'when the address was confirmed',
        created_at: 'order of arrival',
        settled_at: 'when the state last changed',
        presence: 'whether the person came',
        sequence: 'version of the calendar entry',
        anonymised_at: 'when the person was removed from it',
      },
    ),
  },
}
