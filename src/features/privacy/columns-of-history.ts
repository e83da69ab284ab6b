import { alike, impersonal, type TableFates } from './column-fates.ts'

const ofPerson = { keep: 'content', exported: true, erase: 'link to the person removed' } as const
const own = { keep: 'content', exported: true, erase: 'row deleted' } as const

export const columnsOfHistory: Record<string, TableFates> = {
  content_sectors: impersonal('content', { content_id: 'which content', sector: 'which activity it is about' }),
  content_files: impersonal('content', {
    content_id: 'which content',
    file_id: 'which file',
    role: 'image, attachment or the resource itself',
    position: 'in which order',
  }),
  content_revisions: {
    ...impersonal('content', {
      id: 'number of the text',
      content_id: 'which content',
      number: 'in which order texts came',
      state: 'present, former, proposed or refused',
      data: 'the whole text',
      created_at: 'when it was saved',
      reason: 'why it was sent back',
    }),
    ...alike(ofPerson, { author_id: 'who wrote it' }),
  },
  content_judgements: {
    ...impersonal('content', {
      id: 'number of the decision',
      content_id: 'which content',
      revision_id: 'which text',
      verb: 'what was decided',
      reason: 'why, as its authors read it',
      at: 'when',
    }),
    ...alike(ofPerson, { person_id: 'who decided' }),
  },
  content_invitations: {
    ...impersonal('content', { id: 'number of the invitation', content_id: 'which sheet' }),
    ...alike(own, {
      email: 'where the invitation goes',
      email_key: 'the address as it is compared: one open invitation each',
      invited_by: 'which author invites',
      seed: 'what the key of the link is made of',
      key_hash: 'to know the link again',
      state: 'sent, accepted, joined or withdrawn',
      created_at: 'when it was sent',
      expires_at: 'until when the link works',
    }),
    ...alike(ofPerson, { accepted_by: 'who pressed the button' }),
  },
  author_requests: {
    ...impersonal('content', { id: 'number of the request', content_id: 'which sheet' }),
    ...alike(own, {
      person_id: 'who asks to manage it',
      message: 'what the judge needs to know',
      state: 'waiting, accepted or refused',
      reason: 'why it was refused',
      created_at: 'how long it has waited',
      judged_at: 'when it was answered',
    }),
    ...alike(ofPerson, { judged_by: 'who answered' }),
  },
  sheet_checks: {
    ...impersonal('content', { id: 'number of the question', structure_id: 'which structure' }),
    ...alike(own, {
      person_id: 'who is asked',
      seed: 'what the key of the link is made of',
      key_hash: 'to know the link again',
      sent_at: 'not to ask again too soon',
      answered_at: 'whether it was answered',
    }),
  },
}
