/** « 1 place », « 12 places »: zero and one are singular in French. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${Math.abs(count) < 2 ? one : many}`
}

/** « 12 345 », with the narrow no-break space of French typography. */
export function formatNumber(count: number): string {
  return new Intl.NumberFormat('fr-FR').format(count)
}

/** « a, b et c » */
export function enumerate(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`
}
