// How accounts are kept safe (ACC-6, R17, R18). Every figure of this feature stands here.
//
// - A password has 10 characters at least, 200 at most, and is none of the common ones; no other demand.
// - 5 tries in 15 minutes for an account from one network; 50 an hour from one network, and for one account from everywhere.
//   A browser that already signed in to the account has its own 5 tries, so that others' failures never shut its owner out.
// - A link in a mail works once, for one purpose, one account, one version of its address: 60 minutes, 7 days to confirm.
// - At most 3 mails of a kind a day to one address, whoever asks.
// - A session ends after 30 days without a visit, 8 hours for an administrator.
import { COMMON_PASSWORDS } from './common-passwords.ts'

export type RateLimit = { tries: number; seconds: number }

const HOUR = 3600

export const TRIES_PER_ACCOUNT_AND_NETWORK: RateLimit = { tries: 5, seconds: HOUR / 4 }
export const TRIES_PER_DEVICE: RateLimit = { tries: 5, seconds: HOUR / 4 }
export const TRIES_PER_NETWORK: RateLimit = { tries: 50, seconds: HOUR }
export const TRIES_PER_ACCOUNT: RateLimit = { tries: 50, seconds: HOUR }
/** A training room signs up behind one address. */
export const SIGN_UPS_PER_NETWORK: RateLimit = { tries: 60, seconds: HOUR }
export const ASKED_LINKS_PER_NETWORK: RateLimit = { tries: 30, seconds: HOUR }
/** As many as links asked for: each costs the making of a password, whether its link is good or not. */
export const RESETS_PER_NETWORK: RateLimit = { tries: 30, seconds: HOUR }
export const MESSAGES_PER_NETWORK: RateLimit = { tries: 10, seconds: HOUR }
export const MAILS_PER_ADDRESS: RateLimit = { tries: 3, seconds: 24 * HOUR }

export const UNCONFIRMED_DAYS = 7
export const IDLE_DAYS = 30
export const IDLE_HOURS_OF_ADMINISTRATORS = 8
/** A visit is written down once in this time, not at each page. */
export const SEEN_EVERY_MINUTES = 10

export type Purpose = 'confirm' | 'link' | 'reset'

export const MINUTES_OF_TOKEN: Record<Purpose, number> = {
  confirm: UNCONFIRMED_DAYS * 24 * 60,
  link: 60,
  reset: 60,
}

/** A message to the administrators, once answered. */
export const MESSAGE_DAYS = 365

export const MIN_PASSWORD = 10
const MAX_PASSWORD = 200

export type PasswordRefusal = 'short' | 'long' | 'common' | 'repeated' | 'own-name'

/** Why a password is not taken; undefined when it is. `own` is what others know of the person: address and name. */
export function passwordRefusal(password: string, own: readonly string[]): PasswordRefusal | undefined {
  const length = [...password].length
  if (length < MIN_PASSWORD) return 'short'
  if (length > MAX_PASSWORD) return 'long'
  const plain = plainOf(password)
  if (new Set(plain).size < 4) return 'repeated'
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(plain.replace(/[^\p{L}]+$/u, ''))) return 'common'
  return own.some((known) => known !== '' && plainOf(known) === plain) ? 'own-name' : undefined
}

const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Roles that a validation may give. */
export const GIVEN_ROLES = ['professional', 'reader'] as const
export type GivenRole = (typeof GIVEN_ROLES)[number]

/** What the queue proposes: whoever wishes to publish contributes, the others read. */
export const proposedRole = (wantsToPublish: boolean): GivenRole => (wantsToPublish ? 'professional' : 'reader')
