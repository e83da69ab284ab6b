import { alike, type TableFates } from './column-fates.ts'

const own = { keep: 'project', exported: true, erase: 'row deleted' } as const

export const columnsOfCanvas: Record<string, TableFates> = {
  canvases: alike(own, {
    id: 'number of the canvas, inside',
    project_id: 'of which project',
    number: 'its number within the project, in its address',
    name: 'what it is called',
    rev: 'how many changes it saw',
    created_at: 'when it was begun',
    updated_at: 'when it last changed',
  }),
  canvas_notes: alike(own, {
    id: 'number of the post-it',
    canvas_id: 'on which canvas',
    block: 'in which block',
    position: 'its place in the block',
    body: 'what is written on it',
    colour: 'its colour',
    rev: 'which change touched it last',
    version: 'so that two windows do not write over each other',
    created_at: 'when it was written',
    updated_at: 'when it last changed',
    deleted_at: 'when it was taken away, to bring it back',
  }),
  canvas_versions: {
    ...alike(own, {
      id: 'number of the version, inside',
      canvas_id: 'of which canvas',
      number: 'its number within the canvas',
      label: 'what it is called',
      reason: 'kept by hand, before a restore, after a pause',
      made_at: 'when',
      notes: 'the post-its as they were',
    }),
    ...alike({ keep: 'project', exported: true, erase: 'link to the person removed' }, { made_by: 'who kept it' }),
  },
}
