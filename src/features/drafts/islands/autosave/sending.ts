import { DRAFT_TEXTS } from '../../texts.ts'

const LONGEST_MS = 10_000

export type Sent = { ok: boolean; words: string }

/** Gives a text to the site; its answer in words, or why there is none. `lasting` outlives the page, up to 64 kB. */
export async function sendText(url: string, text: string, lasting: boolean): Promise<Sent> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(text),
      keepalive: lasting,
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    if (answer.ok || answer.status === 409) return { ok: answer.ok, words: await answer.text() }
    return { ok: false, words: answer.status === 401 ? DRAFT_TEXTS.signedOut : DRAFT_TEXTS.failed }
  } catch {
    return { ok: false, words: DRAFT_TEXTS.failed }
  }
}
