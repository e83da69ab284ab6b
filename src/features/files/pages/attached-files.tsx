import { addresses } from '#addresses'
import { readersText } from '../readers.ts'
import type { ShownFile } from '../shown-file.ts'
import { KIND_TEXTS, sizeText } from '../texts.ts'
import { FileImage } from './file-image.tsx'
import { MediaPlayer } from './media-player.tsx'

/** `readers`: who reads them, when that is decided by what they are joined to and not by each file. */
type AttachedFilesProps = { files: readonly ShownFile[]; title?: string; readers?: string }

/** « Fichiers attachés » on the page of a content: those that this reader may have. Nothing when there are none. */
export function AttachedFiles({ files, title = 'Fichiers attachés', readers }: AttachedFilesProps) {
  if (files.length === 0) return null
  return (
    <section class="section">
      <h2>{title}</h2>
      <ul class="attached-files">
        {files.map((file) => (
          <li key={file.key}>
            <FileLine {...{ file, readers }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type OneFile = { file: ShownFile; readers?: string | undefined }

/** One file: its preview or player, its name to download it by, what it is and how heavy. */
export function FileLine({ file, readers }: OneFile) {
  const hasPicture = file.kind === 'image' || (file.kind === 'document' && file.copies.length > 0)
  return (
    <div class="attached-file">
      {hasPicture && <FileImage file={{ ...file, alternative: '' }} sizes="8rem" />}
      <div>
        <FileName {...{ file, readers }} />
        {file.description !== '' && <p>{file.description}</p>}
        <MediaPlayer file={file} />
      </div>
    </div>
  )
}

/** Its name to download it by, what it is, how heavy, and who reads it when not everybody does. */
export function FileName({ file, readers }: OneFile) {
  return (
    <p>
      <a href={addresses.files.one({ key: file.key, name: file.name })} download={file.name}>
        {file.name}
      </a>{' '}
      <span class="soft small">
        {KIND_TEXTS[file.kind]}, {sizeText(file.bytes)}
        {file.visibility === 'private' && `, ${readers ?? readersText(file)}`}
      </span>
    </p>
  )
}
