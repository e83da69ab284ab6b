import { alike, impersonal, type TableFates } from './column-fates.ts'

const ofPerson = { keep: 'account', exported: true, erase: 'row deleted' } as const
const secret = { keep: 'account', exported: false, erase: 'row deleted' } as const

export const columnsOfAccounts: Record<string, TableFates> = {
  people: {
    ...alike(ofPerson, {
      id: 'number of the account',
      email: 'address that is written to',
      email_key: 'the address as it is compared, one account each',
      name: 'name shown to who must know it',
      role: 'what holds now of the rights',
      state: 'unconfirmed, active or suspended',
      professional_state: 'where the validation of a professional stands',
      refusal_reason: 'what the person was told',
      judged_by: 'who validated or refused',
      judged_at: 'when',
      phone: 'to be called about the account, if given',
      job: 'function, shown in the directory',
      departement: 'where a professional works: who may validate',
      wants_to_publish: 'contributor or reader',
      structure_id: 'structure chosen at sign-up',
      structure_name: 'name of the structure, as chosen or typed at sign-up',
      created_at: 'when the account was asked for',
      confirmed_at: 'when the address was confirmed',
      last_sign_in_at: 'from when 24 months are counted',
    }),
    ...alike(secret, { email_version: 'links sent to a former address stop working' }),
  },
  credentials: alike(secret, {
    person_id: 'whose',
    password_hash: 'to check a password without knowing it',
    changed_at: 'shown to its owner',
  }),
  sessions: {
    ...alike(
      { keep: 'session', exported: true, erase: 'row deleted' },
      {
        id: 'number of the session',
        person_id: 'whose',
        agent: 'to recognise one’s own browsers',
        created_at: 'when it began',
        seen_at: 'when it was last used',
      },
    ),
    ...alike({ keep: 'session', exported: false, erase: 'row deleted' }, { key_hash: 'to recognise the cookie' }),
  },
  account_tokens: alike(
    { keep: 'link', exported: false, erase: 'row deleted' },
    {
      id: 'number of the link',
      purpose: 'the one thing that the link does',
      person_id: 'whose; none for an unknown address',
      email_version: 'the address that it was sent to',
      seed: 'to write the same link again if the mail is tried again',
      key_hash: 'to recognise the link',
      created_at: 'when it was asked for',
      expires_at: 'when it stops working',
      used_at: 'it serves once',
    },
  ),
  person_departements: alike(ofPerson, { person_id: 'which animator', departement: 'territory in his charge' }),
  affiliations: alike(ofPerson, {
    person_id: 'who',
    structure_id: 'structure to which the person belongs',
    since: 'since when',
  }),
  notification_preferences: alike(ofPerson, {
    person_id: 'whose',
    topic: 'subject of mail',
    choice: 'at once, one mail a day, or none',
  }),
  notifications: alike(ofPerson, {
    id: 'number of the notice',
    person_id: 'who was told',
    cause: 'what happened: told once',
    kind: 'which words',
    topic: 'subject of mail',
    about: 'numbers of what it is about',
    created_at: 'when it happened, to list the last first',
    read_at: 'when the person saw it',
    digested_at: 'when a mail of the day told it',
  }),
  address_stops: alike(
    { keep: 'objection', exported: false, erase: 'kept, pseudonymous' },
    { email_hash: 'keyed hash of an address without account that wants no mails', since: 'since when' },
  ),
  favourites: alike(ofPerson, {
    person_id: 'whose',
    content_id: 'what the person keeps for later',
    since: 'since when, to list the last first',
  }),
  directory_choices: alike(ofPerson, {
    person_id: 'whose',
    listed: 'whether the other professionals find the person in the directory',
    shows_phone: 'whether they read the phone there',
    shows_email: 'whether they read the address there',
    changed_at: 'when it was chosen',
  }),
  contact_messages: alike(
    { keep: 'mail', exported: true, erase: 'row deleted' },
    {
      id: 'number of the message',
      person_id: 'who wrote, when signed in',
      name: 'who wrote',
      email: 'where to answer',
      subject: 'to sort them',
      message: 'what was asked',
      created_at: 'when',
    },
  ),
  audit_log: alike(
    { keep: 'log', exported: true, erase: 'kept, pseudonymous' },
    {
      id: 'number of the line',
      at: 'when',
      actor_id: 'number of the account, never a name',
      verb: 'what was done',
      object: 'to what, by number',
      details: 'figures and codes, never a name or an address',
    },
  ),
  rate_limits: impersonal('days', {
    key: 'keyed hash of an account or a network',
    count: 'tries so far',
    started_at: 'when they began to be counted',
    ends_at: 'when they are forgotten',
  }),
}
