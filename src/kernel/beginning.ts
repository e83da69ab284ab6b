/** The beginning of a text, `most` units of it, with « … » when there is more. No sign of two units is cut in half. */
export const beginning = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`
