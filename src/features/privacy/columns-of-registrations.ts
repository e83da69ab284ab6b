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
  }),
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
      },
    ),
  },
}
