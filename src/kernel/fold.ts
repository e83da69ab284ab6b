/** A text as it is looked for: without accents, capitals or signs, words one space apart. « L’Été à Évian » → `l ete a evian`. */
export function fold(text: string): string {
  return text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A text that a LIKE pattern takes for itself: `%`, `_` and `\` are plain characters. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
