// Names of files as people will read them (B7): kept in the database alone, never part of a path of ours.

const LONGEST = 150

/** Extensions that make a second one before the real one a trap: `facture.exe.pdf`. */
const TRAPS =
  /\.(?:exe|com|bat|cmd|scr|msi|ps1|vbs?|wsf|hta|jar|js|mjs|php\d?|phtml|aspx?|jsp|cgi|pl|py|sh|html?|xhtml|svgz?|xml|swf|lnk|dll|apk|app)\.[^.]+$/i

/** Signs that reverse the reading order, or show nothing: « facture‮fdp.exe » would read « factureexe.pdf ». */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

/** The name without folder, control or invisible signs, and what file systems forbid; never empty. */
export function cleanName(typed: string): string {
  const decoded = typed.replace(/%2e/gi, '.').replace(/%2f|%5c/gi, '/')
  const last = decoded.split(/[\\/]/).at(-1) ?? ''
  const visible = last
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const { stem, extension } = partsOf(visible)
  const bare = stem.replace(/^[.\-\s]+|[.\s]+$/g, '')
  const free = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(bare) ? `${bare}-` : bare
  const short = [...(free === '' ? 'fichier' : free)].slice(0, LONGEST).join('').trim()
  return extension === '' ? short : `${short}.${extension}`
}

const partsOf = (name: string) => {
  const [, stem = name, extension = ''] = /^(.*)\.([A-Za-z0-9]{1,8})$/s.exec(name) ?? []
  return { stem, extension: extension.toLowerCase() }
}

/** In lower case, without its point; empty when there is none. */
export const extensionOf = (name: string): string => partsOf(name).extension

export const hidesAnother = (name: string): boolean => TRAPS.test(name)

/** The same name, for bytes of another type: an image that was made again. */
export const withExtension = (name: string, extension: string): string => `${partsOf(name).stem}.${extension}`

/** RFC 6266: an ASCII name for old readers, and the true one by RFC 8187. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ !#$&+.\-0-9A-Z^_`a-z{}~]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
