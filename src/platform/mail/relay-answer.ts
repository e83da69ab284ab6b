import { oneLine } from './mail-text.ts'

/** What became of a try. `passing`: the same mail may pass later; `refused`: it never will. */
export type Outcome = { kind: 'sent' | 'passing' | 'refused' | 'dropped'; answer: string }

type RelayError = { code?: unknown; responseCode?: unknown; response?: unknown; message?: unknown }

/** 530, 534, 535, 538: the relay does not know the site. That is a setting to mend, not a mail to throw away. */
const UNKNOWN_SENDER = [530, 534, 535, 538]
/** Errors about this mail; any other is about the road to the relay. */
const ABOUT_THE_MAIL = ['EENVELOPE', 'EMESSAGE']

/** Reads nodemailer's error: 5xx about the mail itself is for good; 4xx, silence, a cut or a closed door pass. */
export function outcomeOf(error: unknown): Outcome {
  const { code, responseCode, response, message } = (error ?? {}) as RelayError
  const answer = oneLine(String(response || message || code || 'sans réponse'), 500)
  if (typeof code !== 'string' || !ABOUT_THE_MAIL.includes(code)) return { kind: 'passing', answer }
  const status = typeof responseCode === 'number' ? responseCode : 550
  const forGood = status >= 500 && !UNKNOWN_SENDER.includes(status)
  return { kind: forGood ? 'refused' : 'passing', answer }
}
