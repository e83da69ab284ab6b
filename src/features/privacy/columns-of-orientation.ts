import { alike, type TableFates } from './column-fates.ts'

export const columnsOfOrientation: Record<string, TableFates> = {
  saved_orientations: {
    ...alike(
      { keep: 'account', exported: true, erase: 'row deleted' },
      {
        id: 'number of the orientation',
        person_id: 'who keeps it',
        name: 'what it is called',
        criteria: 'what was answered: situation, place, needs',
        created_at: 'when it was kept',
        watched: 'whether the person is told of what is new',
        seen_until: 'what is older is not new',
        seen_date: 'dates up to that number are not new',
      },
    ),
    ...alike(
      { keep: 'account', exported: false, erase: 'row deleted' },
      { seed: 'makes the key of the link that stops its mails', key_hash: 'finds it by that key' },
    ),
  },
}
