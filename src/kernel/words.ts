/** The word of a code, or the code itself when none is known: never what every object has, such as `constructor`. */
export const wordOf = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code
