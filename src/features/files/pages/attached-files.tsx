import { addresses } from '#addresses'
import { readersText } from '../readers.ts'
import type { ShownFile } from '../shown-file.ts'
import { KIND_TEXTS, sizeText } from '../texts.ts'
import { FileImage } from './file-image.tsx'
import { MediaPlayer } from './media-player.tsx'

/** « Fichiers attachés » on the page of a content: those that this reader may have. Nothing when there are none. */
export function AttachedFiles({ files, title = 'Fichiers attachés' }: { files: readonly ShownFile[]; title?: string }) {
  if (files.length === 0) return null
  return (
    <section class="section">
      <h2>{title}</h2>
      <ul class="attached-files">
        {files.map((file) => (
          <li key={file.key}>
            <FileLine file={file} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One file: its preview or player, its name to download it by, what it is and how heavy. */
export function FileLine({ file }: { file: ShownFile }) {
  const hasPicture = file.kind === 'image' || (file.kind === 'document' && file.copies.length > 0)
  return (
    <div class="attached-file">
      {hasPicture && <FileImage file={{ ...file, alternative: '' }} sizes="8rem" />}
      <div>
        <FileName file={file} />
        {file.description !== '' && <p>{file.description}</p>}
        <MediaPlayer file={file} />
      </div>
    </div>
  )
}

/** Its name to download it by, what it is, how heavy, and who reads it when not everybody does. */
export function FileName({ file }: { file: ShownFile }) {
  return (
    <p>
      <a href={addresses.files.one({ key: file.key, name: file.name })} download={file.name}>
        {file.name}
      </a>{' '}
      <span class="soft small">
        {KIND_TEXTS[file.kind]}, {sizeText(file.bytes)}
        {file.visibility === 'private' && `, ${readersText(file)}`}
      </span>
    </p>
  )
}
