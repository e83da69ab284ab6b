import { oneLine } from './mail-text.ts'

const LONGEST_NAME = 100

/**
 * A name that somebody gave himself, in a mail to somebody who did not ask for it: more than a name (a link, an address, a
 * sentence), it is `otherwise`.
 */
export function nameOr<Otherwise>(name: string, otherwise: Otherwise): string | Otherwise {
  const line = oneLine(name, LONGEST_NAME)
  const isMore = name.length > LONGEST_NAME || /:\/\/|[@<>]|www\.|[\p{L}\d]{2,}\.\p{L}{2,}/iu.test(line)
  return line === '' || isMore ? otherwise : line
}
