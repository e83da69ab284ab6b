import type { WebVisit } from '#features/accounts/actor.ts'
import { type Answer, tooMany } from '#platform/http/answers.ts'
import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm } from '#platform/rate-limits/rate-limit.ts'

const DAY = 86_400
/** A full day of appointments and several workshops; more is not done by hand. */
const BY_PROFESSIONAL = { tries: 60, seconds: DAY }
/**
 * Mails that an address gets without having asked, over all professionals (B24). An address with an account has the same
 * limit, or one would learn that it has one (B19).
 */
const TO_ADDRESS = { tries: 3, seconds: DAY }

const MANY = 'Vous avez inscrit beaucoup de personnes aujourd’hui. Réessayez demain.'
const OFTEN =
  'Cette adresse a déjà été inscrite plusieurs fois aujourd’hui par des professionnels. Réessayez demain, ou proposez à la personne de s’inscrire elle-même.'

/** Undefined when the prescription may go on; else the answer that says when to come back. */
export async function mayPrescribeAgain(
  parts: Parts,
  visit: WebVisit,
  who: { prescriberId: number; emailKey: string },
): Promise<Answer | undefined> {
  const { database, settings } = parts
  const count = (what: string, limit: typeof BY_PROFESSIONAL) =>
    countForm(database, visit.submission, keyedHash(settings.SECRET, what), limit)
  const own = await count(`prescriber ${who.prescriberId}`, BY_PROFESSIONAL)
  if (!own.allowed) return tooMany(own.retryAfterSeconds, MANY)
  const target = await count(`prescribed ${who.emailKey}`, TO_ADDRESS)
  return target.allowed ? undefined : tooMany(target.retryAfterSeconds, OFTEN)
}
