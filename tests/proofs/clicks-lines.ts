// Every form of the site, with somebody who is ready to send it.
import { addresses } from '#addresses'
import { type Line, LINES as OF_PEOPLE } from './clicks-table.ts'
import { LINES_OF_CONTENTS } from './clicks-table-of-contents.ts'
import { LINES_OF_DECISIONS } from './clicks-table-of-decisions.ts'
import { LINES_OF_ORIENTATION } from './clicks-table-of-orientation.ts'
import { LINES_OF_PRESCRIPTIONS } from './clicks-table-of-prescriptions.ts'
import { LINES_OF_PROJECTS } from './clicks-table-of-projects.ts'
import { LINES_OF_REGISTRANTS } from './clicks-table-of-registrants.ts'

export const LINES: readonly Line[] = [
  ...OF_PEOPLE,
  ...LINES_OF_CONTENTS,
  ...LINES_OF_DECISIONS,
  ...LINES_OF_ORIENTATION,
  ...LINES_OF_PRESCRIPTIONS,
  ...LINES_OF_PROJECTS,
  ...LINES_OF_REGISTRANTS,
]

const HASHING = [...Object.values(addresses.account)].map(({ path }) => path)

/** Those that hash passwords cost a second a try: fewer tries in `npm test`. */
export const isSlow = (route: string): boolean => HASHING.some((path) => path === route)

/** No form: an upload begun twice is two empty uploads, of which one is swept away (R11). */
export const NO_FORMS: readonly string[] = [addresses.files.uploads.path]
