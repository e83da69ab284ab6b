import { type BoardChange, CHANGE_TYPE } from '../../changes.ts'

export type Answer =
  | { kind: 'changed'; change: BoardChange & { said: string } }
  | { kind: 'refused'; errors: Record<string, string>; saved?: { body: string; version: number } }
  /** The project is no longer open to this person. */
  | { kind: 'closed' }
  /** The session is over. */
  | { kind: 'signed-out' }
  /** The site did not answer, or said to come back. */
  | { kind: 'away' }

/** Sends a form of the canvas; the answer is what changed. */
export async function send(action: string, body: string): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(action, {
      method: 'post',
      headers: { accept: CHANGE_TYPE, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
  } catch {
    return { kind: 'away' }
  }
  const isOurs = response.headers.get('content-type')?.startsWith(CHANGE_TYPE) === true
  if (response.status >= 500 || response.status === 429) return { kind: 'away' }
  if (response.status === 401) return { kind: 'signed-out' }
  if (!isOurs) return { kind: 'closed' }
  const read = await response.json()
  return response.ok ? { kind: 'changed', change: read } : { kind: 'refused', ...read }
}

/** The fields of a form as they are typed. */
export const typedIn = (form: HTMLFormElement, more: Record<string, string> = {}): string => {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  for (const [name, value] of Object.entries(more)) fields.set(name, value)
  return fields.toString()
}
