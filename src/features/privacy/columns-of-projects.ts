import { alike, type TableFates } from './column-fates.ts'

const own = { keep: 'project', exported: true, erase: 'row deleted' } as const

/** What a creator writes goes with his account; what others wrote to him stays his, without their name once they are gone. */
export const columnsOfProjects: Record<string, TableFates> = {
  projects: alike(own, {
    id: 'number of the project, in its address',
    owner_id: 'whose',
    name: 'what it is called',
    idea: 'the idea, in the words of its creator',
    activity: 'what will be done or sold',
    sector: 'sector of activity',
    commune_code: 'where',
    stage: 'how far it is',
    needs: 'what help is wanted',
    calendar: 'when',
    team: 'with whom',
    budget: 'with what money',
    state: 'active or archived',
    version: 'so that two windows do not write over each other',
    created_at: 'when it was begun',
    updated_at: 'when it was last changed',
    archived_at: 'when it was put away',
  }),
  project_files: alike(own, {
    project_id: 'which project',
    file_id: 'which document',
    position: 'its place',
    created_at: 'when it was joined',
  }),
  project_advisers: alike(
    { keep: 'invitation', exported: true, erase: 'row deleted' },
    {
      id: 'number of the authorisation',
      project_id: 'which project',
      email: 'the address that the creator typed',
      email_key: 'the same, to compare',
      person_id: 'the professional’s account',
      state: 'whether it holds',
      asked_from: 'from the sheet or the canvas',
      invited_at: 'when he was asked',
      active_at: 'since when he may read',
      opened_at: 'when he first opened the project',
      seen_at: 'when he last opened it',
      ended_at: 'until when',
    },
  ),
  project_comments: {
    ...alike(own, {
      id: 'number of the comment',
      project_id: 'on which project',
      note_id: 'on which post-it',
      thread_id: 'what it answers',
      author_part: 'as creator or as adviser',
      subject: '« objet »',
      body: '« commentaire »',
      created_at: 'when',
      closed_at: 'when the thread was closed',
    }),
    ...alike(
      { keep: 'project', exported: true, erase: 'link to the person removed' },
      { author_id: 'who wrote it', closed_by: 'who closed the thread' },
    ),
  },
  glass_openings: {
    ...alike(own, {
      id: 'number of the opening',
      project_id: 'which project an administrator read',
      reason: 'why, as its creator was told',
      opened_at: 'from when',
      ends_at: 'until when',
    }),
    ...alike(
      { keep: 'project', exported: true, erase: 'link to the person removed' },
      { administrator_id: 'who read' },
    ),
  },
}
