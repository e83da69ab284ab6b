import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm } from '#platform/rate-limits/rate-limit.ts'
import type { Submission } from '#platform/submissions/once.ts'

/** Room for a day that goes wrong; people who registered did not ask for a correspondence (B24). */
const TO_A_DATE = { tries: 10, seconds: 86_400 }

/** Whether those who come on a date may be written to once more today, whoever of its organisers does it. */
export async function mayWriteAgain(
  { database, settings }: Parts,
  submission: Submission,
  dateId: number,
): Promise<boolean> {
  const key = keyedHash(settings.SECRET, `message to the registrants of ${dateId}`)
  return (await countForm(database, submission, key, TO_A_DATE)).allowed
}
