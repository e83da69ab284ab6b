import type { WebVisit } from '#features/accounts/actor.ts'
import { type Answer, tooMany } from '#platform/http/answers.ts'
import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm } from '#platform/rate-limits/rate-limit.ts'

/** Who has no account costs a held place and a mail: a class behind one network fits in, a flood does not (B24). */
const STRANGER_LIMITS = {
  network: { tries: 60, seconds: 3600 },
  address: { tries: 8, seconds: 86_400 },
}

/** Undefined when the registration may go on; else the answer that says when to come back. */
export async function mayRegisterAgain(parts: Parts, visit: WebVisit, emailKey: string): Promise<Answer | undefined> {
  const { database, settings } = parts
  const count = (what: 'network' | 'address', text: string) =>
    countForm(
      database,
      visit.submission,
      `registration-${what}:${keyedHash(settings.SECRET, text)}`,
      STRANGER_LIMITS[what],
    )
  for (const allowance of [await count('network', visit.network), await count('address', emailKey)]) {
    if (!allowance.allowed) {
      return tooMany(
        allowance.retryAfterSeconds,
        'Beaucoup d’inscriptions sont parties d’ici en peu de temps. Réessayez un peu plus tard, ou connectez-vous.',
      )
    }
  }
  return undefined
}
