import { PDFiumLibrary } from '@hyzyla/pdfium'

export type ReadPdf = {
  /** Sizes in points; words as a reader would copy them. */
  pages: { width: number; height: number; text: string }[]
  title: string
  language: string
  isTagged: boolean
  /** How many elements of the structure have each role. */
  roles: Record<string, number>
}

/** Opens a PDF as a viewer does, and reads what assistive technology is given. Throws when it does not open. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(new Uint8Array(bytes))
    const pages = [...document.pages()].map((page) => {
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
      return { width: Math.round(width), height: Math.round(height), text: page.getText() }
    })
    document.destroy()
    return { pages, ...readObjects(bytes.toString('latin1')) }
  } finally {
    library.destroy()
  }
}

/** What our papers write in clear in the file. */
function readObjects(raw: string): Omit<ReadPdf, 'pages'> {
  const roles: Record<string, number> = {}
  for (const [, role = ''] of raw.matchAll(/\/S \/(\w+)/g)) roles[role] = (roles[role] ?? 0) + 1
  return {
    title: titleOf(raw),
    language: /\/Lang \(([^)]*)\)/.exec(raw)?.[1] ?? '',
    isTagged: /\/Marked true/.test(raw) && /\/StructTreeRoot/.test(raw) && /\/DisplayDocTitle true/.test(raw),
    roles,
  }
}

function titleOf(raw: string): string {
  const number = /\/Title (\d+) 0 R/.exec(raw)?.[1]
  const written = new RegExp(`\\n${number} 0 obj\\n\\(((?:\\\\.|[^\\\\)])*)\\)\\nendobj`, 's').exec(raw)?.[1]
  return stringOf(written ?? '')
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function stringOf(written: string): string {
  const bytes = Buffer.from(
    written.replaceAll(/\\(.)/gs, (_, sign: string) => ESCAPES[sign] ?? sign),
    'latin1',
  )
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  return bytes.subarray(2).swap16().toString('utf16le')
}
