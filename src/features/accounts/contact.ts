/** What one writes about on `/contact`. */
export const CONTACT_SUBJECTS = ['question', 'structure', 'error', 'data', 'other'] as const
export type ContactSubject = (typeof CONTACT_SUBJECTS)[number]
