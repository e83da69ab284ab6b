// What a draft holds of a form: the texts, without what the page itself added. The same lines run in the browser and on the
// server, so that a copy kept on a device is known again.

/** Fields that nobody types: the number of the page, the draft that it took up, the button pressed. */
const OF_THE_PAGE = ['submission', 'brouillon', 'geste']

/** The texts of a form, one line as a browser would send it. Files are not texts: their keys are, once they are transferred. */
export function draftText(entries: Iterable<readonly [string, unknown]>): string {
  const texts = [...entries].filter(([name, value]) => typeof value === 'string' && !OF_THE_PAGE.includes(name))
  return String(new URLSearchParams(texts as [string, string][]))
}

/** Tells texts apart in a few letters (FNV-1a, 32 bits). */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  return (hash >>> 0).toString(36)
}
