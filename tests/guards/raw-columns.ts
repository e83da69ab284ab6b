// drizzle drops the names of tables from a raw `sql` column when one table alone is selected: `${a.x} = ${b.y}` then compares
// two bare names, and PostgreSQL takes both from the innermost table that has them. `eq(a.x, b.y)` keeps the names.

export type RawComparison = { file: string; line: number; text: string }

const OPENING = /\bsql(?:<[^`]*?>)?`/g
const COMPARISON = /\$\{(\w+)\.\w+\}\s*(?:=|<>|<=?|>=?)\s*\$\{(\w+)\.\w+\}/g

/** A subquery that gives a value: `exists (select …)` is a condition, where names are kept. */
const VALUE = /(?<!exists )\(\s*select\b/

/** The comparisons of two tables written by hand in the subqueries of columns. */
export function rawComparisons(file: string, source: string): RawComparison[] {
  return [...source.matchAll(OPENING)].flatMap((opening) => {
    const start = opening.index + opening[0].length
    const template = source.slice(start, endOf(source, start))
    if (!VALUE.test(template)) return []
    return [...template.matchAll(COMPARISON)]
      .filter(([, one, other]) => one !== other)
      .map((found) => ({ file, line: source.slice(0, start + found.index).split('\n').length, text: found[0] }))
  })
}

/** Where a template ends; those that stand in its own places are a part of it. */
function endOf(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length; at++) {
    if (source[at] === '`' && depth === 0) return at
    if (source.startsWith('${', at)) depth++
    else if (source[at] === '}' && depth > 0) depth--
    else if (source[at] === '`') at = endOf(source, at + 1)
  }
  return source.length
}
