import { alike, impersonal, type TableFates } from './column-fates.ts'

const sent = { keep: 'content', exported: true, erase: 'link to the person removed' } as const

export const columnsOfFiles: Record<string, TableFates> = {
  files: {
    ...alike(sent, {
      owner_id: 'who sent it',
      name: 'what it is called',
      description: 'what it says of itself',
      alternative: 'what the image says, for those who do not see it',
      created_at: 'when it was sent',
    }),
    ...impersonal('content', {
      id: 'number, inside',
      key: 'its address',
      media_type: 'read from its bytes',
      kind: 'document, image, audio or video',
      bytes: 'how large',
      sha256: 'to tell whether it was changed',
      width: 'room on the page',
      height: 'room on the page',
      visibility: 'who may read it',
      confidential: 'who may read it',
      roles: 'who may read it',
      departements: 'where it is of use',
      sectors: 'for which trades',
      state: 'whether a virus was found',
      storage_key: 'where its bytes are',
    }),
  },
  file_renditions: impersonal('content', {
    file_id: 'which file',
    size: 'for which room',
    format: 'for which browser',
    width: 'room on the page',
    height: 'room on the page',
    bytes: 'how large',
    storage_key: 'where its bytes are',
  }),
  uploads: alike(
    { keep: 'days', exported: false, erase: 'row deleted' },
    {
      key: 'its address',
      owner_id: 'who is sending',
      name: 'what it will be called',
      length: 'how large',
      received: 'where to resume',
      pieces: 'where its bytes are',
      file_key: 'what it became',
      refusal: 'why it was refused',
      receiving_until: 'one piece at a time',
      created_at: 'when it began',
      updated_at: 'to forget what is abandoned',
    },
  ),
}
