import type { Piece } from '../highlight.ts'

/** A text whose answering words are marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, hit }, rank) => (hit ? <mark key={rank}>{text}</mark> : text))}</>
}
