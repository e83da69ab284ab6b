import { FileLine } from '#features/files/pages/attached-files.tsx'
import { READERS } from '#features/files/readers.ts'
import type { ShownFile } from '#features/files/shown-file.ts'
import { Panel } from '#ui/page-frame.tsx'

/** A file of the text to judge; `isOpen`: whether this judge may read it. */
export type JudgedFile = { file: ShownFile; isOpen: boolean }

/** The files that come with a text: to open, or who reads those that are kept from its judge. */
export function JudgedFiles({ files }: { files: readonly JudgedFile[] }) {
  if (files.length === 0) return null
  return (
    <Panel title="Les fichiers">
      <ul class="attached-files">
        {files.map(({ file, isOpen }) => (
          <li key={file.key}>{isOpen ? <FileLine file={file} /> : <KeptFile file={file} />}</li>
        ))}
      </ul>
    </Panel>
  )
}

const KeptFile = ({ file: { name, roles } }: { file: ShownFile }) => (
  <p>
    {name}{' '}
    <span class="soft small">
      Fichier réservé à : {roles.map((role) => READERS[role]).join(', ')} (vous n’y avez pas accès)
    </span>
  </p>
)
