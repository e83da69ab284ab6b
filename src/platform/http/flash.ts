/** A sentence for the next page: what an act has done. */
export type Flash = { tone: 'good' | 'warn' | 'bad'; text: string }

export const FLASH_COOKIE = 'annonce'

export function flashCookie(flash: Flash): string {
  const value = Buffer.from(JSON.stringify([flash.tone, flash.text.slice(0, 400)])).toString('base64url')
  return `${FLASH_COOKIE}=${value}; Path=/; Max-Age=120; HttpOnly; SameSite=Lax`
}

export const FLASH_GONE = `${FLASH_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`

/** Undefined when there is none, or when it was not written by `flashCookie`. */
export function readFlash(value: string | undefined): Flash | undefined {
  if (value === undefined || value === '') return undefined
  try {
    const [tone, text] = JSON.parse(Buffer.from(value, 'base64url').toString()) as unknown[]
    if ((tone === 'good' || tone === 'warn' || tone === 'bad') && typeof text === 'string') return { tone, text }
  } catch {}
  return undefined
}
