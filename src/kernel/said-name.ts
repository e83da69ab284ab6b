const LONGEST = 100
/** Signs that end a line, or that turn the words around them. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu
const MORE = /:\/\/|[@<>]|www\.|[\p{L}\d]{2,}\.\p{L}{2,}/iu

/**
 * A name that somebody gave himself, in a mail to somebody who did not ask for it: more than a name (a link, an address, a
 * sentence), it is `otherwise` (B10).
 */
export function nameOr<Otherwise>(name: string, otherwise: Otherwise): string | Otherwise {
  const line = name.replace(HIDDEN, ' ').trim()
  return line === '' || line.length > LONGEST || MORE.test(line) ? otherwise : line
}
