import { addresses } from '#addresses'
import type { ShownFile } from '../shown-file.ts'

/** Plays a sound or a video, which arrives by ranges; nothing for other kinds, nothing loaded before it is played. */
export function MediaPlayer({ file }: { file: ShownFile }) {
  if (file.kind !== 'audio' && file.kind !== 'video') return null
  const Player = file.kind
  const source = addresses.files.one({ key: file.key, name: file.name })
  return <Player class="player" controls preload="none" src={source} aria-label={file.name} />
}
