const NBSP = '\u00A0'

/** Tags, whose attributes hold what people typed, and elements whose text is data; between them, words to be read. */
const PIECES = /<(?:textarea|script|style|option|title)\b(?:"[^"]*"|[^>"])*>[^<]*|<!?(?:"[^"]*"|[^>"])*>|[^<]+/g

/**
 * French typography on a whole page, or a whole mail: no line begins with « : », « ; », « ? », « ! » or « » », none ends with « « », a
 * telephone number stays in one piece, and so do the two hours of « 14 h – 16 h 30 ». What is typed in fields is not touched.
 */
export function keepTogether(html: string): string {
  return html.replace(PIECES, (piece) => (piece.startsWith('<') ? piece : together(piece)))
}

function together(words: string): string {
  return words
    .replace(/ (?=[:;?!»](?:\s|$|[).,»]))/g, NBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(\d) (?=\d\d(?!\d))/g, `$1${NBSP}`)
    .replace(/(\u00A0h(?:\u00A0\d\d)?) – (?=\d{1,2}\u00A0h)/g, `$1${NBSP}–${NBSP}`)
}
