import { fingerprint } from '../../draft-text.ts'

const KEPT_MS = 60 * 24 * 3600 * 1000

/** What a page wrote and the site never got: kept on this device, under the person, the form and the page. */
export type Copy = { place: string; page: string; at: number; text: string }

/** Whether the device took it. */
export function putCopy(shelf: string, page: string, text: string): boolean {
  try {
    localStorage.setItem(shelf + page, JSON.stringify([Date.now(), text]))
    return true
  } catch {
    return false
  }
}

export function dropCopy(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {}
}

/** The newest copy that the site does not have; those that it has, and those of long ago, go. */
export function findCopy(shelf: string, known: readonly string[]): Copy | undefined {
  const copies: Copy[] = []
  try {
    for (const place of Object.keys(localStorage)) {
      if (!place.startsWith(shelf)) continue
      const [at, text] = JSON.parse(localStorage.getItem(place) ?? '[]')
      if (Date.now() - at < KEPT_MS && !known.includes(fingerprint(text)))
        copies.push({ place, page: place.slice(shelf.length), at, text })
      else dropCopy(place)
    }
  } catch {}
  return copies.sort((one, other) => other.at - one.at)[0]
}
