import { alike, type TableFates } from './column-fates.ts'

export const columnsOfRecommendations: Record<string, TableFates> = {
  recommendations: {
    ...alike(
      { keep: 'recommendation', exported: true, erase: 'row deleted' },
      {
        id: 'number of the recommendation',
        content_id: 'what was recommended',
        person_id: 'to whom',
        word: 'the word that went with it',
        created_at: 'when',
        email: 'the address as the sender typed it, thirty days',
        email_key: 'the same, to find its account once made',
      },
    ),
    ...alike({ keep: 'recommendation', exported: true, erase: 'link to the person removed' }, { sender_id: 'by whom' }),
    ...alike(
      { keep: 'recommendation', exported: false, erase: 'kept, pseudonymous' },
      { email_hash: 'pseudonym of the address, for caps' },
    ),
  },
}
