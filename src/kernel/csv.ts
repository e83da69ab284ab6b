/** How French Excel reads a CSV file without a question: `;` between cells, CRLF, a byte order mark (REG-7). */
export const CSV_START = '\uFEFF'

const PHONE = /^\+\d{1,3}(\u00A0\d+)+$/
/** Their full-width twins are run too where keyboards have them. */
const FORMULA = /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠\t\r|%]|^[\t\r\n]/

/**
 * One cell, never a formula: a spreadsheet would run a text that starts with = + - @, so an apostrophe goes before it (R20);
 * a phone number written by `csvPhone` is harmless and kept. NUL bytes are dropped.
 */
export function csvCell(value: string): string {
  const clean = value.replaceAll('\0', '')
  const safe = FORMULA.test(clean) && !PHONE.test(clean) ? `'${clean}` : clean
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A phone number as a spreadsheet keeps it: grouped by no-break spaces, « +33 6 12 34 56 78 » is neither a formula
 * nor a number, so its « + » and its zeros stay.
 */
export function csvPhone(phone: string): string {
  // « +33 (0)4… » and « 0033 4… » are the same number.
  const compact = phone
    .replace(/\(0\)/, '')
    .replace(/[\s.()-]+/g, '')
    .replace(/^0033/, '+33')
  const international = /^\+(33)(\d)(\d{8})$/.exec(compact) ?? /^(0)(\d)(\d{8})$/.exec(compact)
  if (international === null) return phone.trim().replace(/\s+/g, '\u00A0')
  const [, prefix, first, rest] = international as unknown as [string, string, string, string]
  const pairs = rest.replace(/(\d{2})(?=\d)/g, '$1\u00A0')
  return prefix === '0' ? `0${first}\u00A0${pairs}` : `+33\u00A0${first}\u00A0${pairs}`
}

export function csvLine(values: readonly string[]): string {
  return `${values.map(csvCell).join(';')}\r\n`
}
