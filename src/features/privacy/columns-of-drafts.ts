import { alike, type TableFates } from './column-fates.ts'

export const columnsOfDrafts: Record<string, TableFates> = {
  form_drafts: alike(
    { keep: 'draft', exported: true, erase: 'row deleted' },
    {
      person_id: 'who writes',
      form: 'in which form',
      page: 'in which window',
      fields: 'what was typed and not saved',
      started_at: 'when it was begun',
      saved_at: 'when it was last kept',
    },
  ),
}
