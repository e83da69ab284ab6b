// REC-1 to REC-3, B24. A contributing professional recommends a content to somebody by e-mail, so many times a day, and not the
// same to the same address twice in a week. Whether the address has an account, wants no mails or had too many today is not
// told: the answer is the same.

export const MOST_A_DAY = 30
/** The same content to the same address by the same professional. */
export const SAME_AFTER_DAYS = 7
/** By mail to one account, over all professionals; the others are in its space. */
export const MOST_MAILS_TO_ACCOUNT = 10
/** An address that no account claimed is forgotten after that; its pseudonym stays, for the caps. */
export const ADDRESS_KEPT_DAYS = 30
export const KEPT_DAYS = 365
export const MOST_WORD = 500

export const RECOMMENDED_KINDS = ['structure', 'service', 'article', 'resource', 'event'] as const
export type RecommendedKind = (typeof RECOMMENDED_KINDS)[number]
