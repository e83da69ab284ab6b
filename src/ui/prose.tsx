import type { ComponentChildren } from 'preact'

export type Block = { kind: 'paragraph' | 'list'; lines: readonly string[] }

const bullet = /^\s*[-•–*]\s+/

/** Plain text as it was typed, cut into paragraphs at blank lines and lists where every line starts with a dash. */
export function blocksOf(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) =>
      lines.every((line) => bullet.test(line))
        ? { kind: 'list', lines: lines.map((line) => line.replace(bullet, '')) }
        : { kind: 'paragraph', lines },
    )
}

/** Text that someone typed, laid out for reading. */
export function Prose({ text }: { text: string }) {
  return (
    <div class="prose">
      {blocksOf(text).map((block, rank) => (
        <ProseBlock key={rank} {...block} />
      ))}
    </div>
  )
}

function ProseBlock({ kind, lines }: Block) {
  if (kind === 'list') {
    return (
      <ul>
        {lines.map((line, rank) => (
          <li key={rank}>{line}</li>
        ))}
      </ul>
    )
  }
  return (
    <p>
      {lines.map((line, rank) => (
        <>
          {rank > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  )
}

/** A page written by us: headings, paragraphs, lists. */
export function Article({ children }: { children: ComponentChildren }) {
  return <div class="prose">{children}</div>
}
