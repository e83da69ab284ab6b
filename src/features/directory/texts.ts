import type { Role } from '#features/accounts/actor.ts'

export const TOO_MANY_PAGES =
  'Vous avez ouvert beaucoup de pages de l’annuaire en une minute. Attendez un peu, puis reprenez où vous en étiez.'

/** Whose people the directory is made of. */
export const mayBeListed = (role: Role): boolean => ['professional', 'reader', 'animator'].includes(role)
