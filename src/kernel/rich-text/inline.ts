import { type Element, element, isElement, type Node } from './tree.ts'

/** Words with what is said of them; `\n` stands for a line break. */
type Run = { text: string; strong: boolean; em: boolean; link: Element | undefined }
type Marks = Omit<Run, 'text'>

const NO_MARKS: Marks = { strong: false, em: false, link: undefined }

/** Lines of a block: marks in one order, spaces and empty marks gone. Two breaks in a row part two paragraphs. */
export function linesOf(nodes: readonly Node[]): Node[][] {
  const runs = spaced(runsOf(nodes, NO_MARKS))
  const paragraphs: Run[][] = [[]]
  let breaks = 0
  for (const run of runs) {
    if (run.text === '\n') {
      breaks += 1
      continue
    }
    const last = paragraphs.at(-1) ?? []
    if (breaks > 1 && last.length > 0) paragraphs.push([run])
    else last.push(...(breaks > 0 && last.length > 0 ? [{ ...NO_MARKS, text: '\n' }] : []), run)
    breaks = 0
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => rebuilt(paragraph))
}

/** All in one line: a title, the name of a table. */
export function oneLine(nodes: readonly Node[], options: { strong: boolean }): Node[] {
  const words = runsOf(nodes, NO_MARKS).map((run) => {
    const text = run.text === '\n' ? ' ' : run.text
    return options.strong ? { ...run, text } : { ...run, text, strong: false }
  })
  return rebuilt(spaced(words))
}

function runsOf(nodes: readonly Node[], marks: Marks): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (!isElement(node)) return [{ ...marks, text: node.replace(/\s/g, spaceOf).replace(UNSEEN, '') }]
    if (node.tag === 'br') return [{ ...NO_MARKS, text: '\n' }]
    const inner = { ...marks }
    if (node.tag === 'strong') inner.strong = true
    if (node.tag === 'em') inner.em = true
    if (node.tag === 'a') inner.link = node
    return runsOf(node.children, inner)
  })
}

/** Control letters, soft hyphens, marks of order and width that nobody typed. */
const UNSEEN = /[\p{Cs}\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

/** The spaces of French typography stay; tabs, line ends and the rest are a space. */
const spaceOf = (space: string): string => (space === '\u00A0' || space === '\u202F' ? space : ' ')

const SPACES = '[ \\u00A0\\u202F]'
const MANY = new RegExp(`${SPACES}{2,}`, 'g')
const LEADING = new RegExp(`^${SPACES}+`)
const TRAILING = new RegExp(`${SPACES}+$`)

/** No space at the ends of a line, nor two in a row; a space alone is neither bold nor a link. */
function spaced(runs: readonly Run[]): Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    if (run.text === '\n') {
      trimLast(kept)
      kept.push(run)
      continue
    }
    const before = kept.at(-1)?.text ?? '\n'
    const text = run.text.replace(MANY, ' ')
    const own = /[\s]$/.test(before) ? text.replace(LEADING, '') : text
    if (own.trim() === '' && own !== '') kept.push({ ...NO_MARKS, text: own })
    else if (own !== '') kept.push({ ...run, text: own })
  }
  trimLast(kept)
  return kept
}

function trimLast(runs: Run[]): void {
  for (let last = runs.at(-1); last !== undefined && last.text !== '\n'; last = runs.at(-1)) {
    runs.pop()
    const text = last.text.replace(TRAILING, '')
    if (text === '') continue
    runs.push({ ...last, text })
    return
  }
}

const linkOf = (run: Run): string => run.link?.attributes.href ?? ''

function rebuilt(runs: readonly Run[]): Node[] {
  return grouped(joined(runs), linkOf).flatMap((group): Node[] => {
    const [first] = group
    const words = grouped(group, (run) => String(run.strong)).flatMap((part): Node[] => {
      const slanted = grouped(part, (run) => String(run.em)).flatMap((piece): Node[] => {
        const text = piece.map((run) => (run.text === '\n' ? element('br', []) : run.text))
        return piece[0]?.em ? [element('em', text)] : text
      })
      return part[0]?.strong ? [element('strong', slanted)] : slanted
    })
    return first?.link === undefined ? words : [element('a', words, first.link.attributes)]
  })
}

/** What is said of two neighbours alike is said once. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const last = all.at(-1)
    const isAlike = last?.strong === run.strong && last.em === run.em && linkOf(last) === linkOf(run)
    if (isAlike && last.text !== '\n' && run.text !== '\n')
      all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push(run)
  }
  return all
}

function grouped(runs: readonly Run[], keyOf: (run: Run) => string): Run[][] {
  const groups: Run[][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(run)) last.push(run)
    else groups.push([run])
  }
  return groups
}
