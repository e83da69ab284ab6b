// What bytes say of themselves, whatever their name (B5). Formats: the registrations at IANA, PNG, RIFF, ISO base media,
// EBML, Ogg, ZIP application note.

export type Signature =
  | { kind: 'type'; mediaType: string }
  /** An office document, or any archive: its entries tell. */
  | { kind: 'zip' }
  | { kind: 'refused'; what: 'svg' | 'web-page' | 'program' | 'old-office' | 'unsupported-image' | 'unsupported-video' }
  /** No known signature: a text, perhaps. */
  | { kind: 'unknown' }

const type = (mediaType: string): Signature => ({ kind: 'type', mediaType })
const refused = (what: Extract<Signature, { kind: 'refused' }>['what']): Signature => ({ kind: 'refused', what })

const BEGINNINGS: readonly [prefix: string, is: Signature][] = [
  ['%PDF-', type('application/pdf')],
  ['PK\x03\x04', { kind: 'zip' }],
  ['\xff\xd8\xff', type('image/jpeg')],
  ['\x89PNG\r\n\x1a\n', type('image/png')],
  ['GIF87a', type('image/gif')],
  ['GIF89a', type('image/gif')],
  ['ID3', type('audio/mpeg')],
  ['\xd0\xcf\x11\xe0', refused('old-office')],
  ...['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe'].map(
    (prefix) => [prefix, refused('program')] as const,
  ),
  ...['II*\0', 'MM\0*', 'BM', '8BPS'].map((prefix) => [prefix, refused('unsupported-image')] as const),
].map(([prefix, is]) => [prefix, is] as [string, Signature])

/** Reads the first bytes of a file; 4 kB are enough. */
export function signatureOf(head: Buffer): Signature {
  const text = head.toString('latin1')
  const known = BEGINNINGS.find(([prefix]) => text.startsWith(prefix))?.[1]
  if (text.startsWith('%PDF-') && /<(?:html|script|svg)\b/i.test(text.slice(0, 1024))) return refused('web-page')
  if (known !== undefined) return known
  if (isMpegFrame(head)) return type('audio/mpeg')
  return ofContainer(text) ?? ofMarkup(text)
}

function ofContainer(text: string): Signature | undefined {
  if (text.startsWith('RIFF')) return ofRiff(text)
  if (text.startsWith('OggS')) return ofOgg(text)
  if (text.slice(4, 8) === 'ftyp') return ofIsoMedia(text)
  if (!text.startsWith('\x1aE\xdf\xa3')) return undefined
  return text.slice(0, 64).includes('webm') ? type('video/webm') : refused('unsupported-video')
}

function ofRiff(text: string): Signature {
  const form = text.slice(8, 12)
  if (form === 'WEBP') return type('image/webp')
  if (form === 'WAVE') return type('audio/wav')
  return form === 'AVI ' ? refused('unsupported-video') : { kind: 'unknown' }
}

function ofIsoMedia(text: string): Signature {
  const brand = text.slice(8, 12)
  if (brand === 'avif' || brand === 'avis') return type('image/avif')
  if (/^(?:hei[cx]|mif1|msf1|hevc)$/.test(brand)) return refused('unsupported-image')
  if (/^(?:M4A |M4B )$/.test(brand)) return type('audio/mp4')
  return /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash)$/.test(brand)
    ? type('video/mp4')
    : refused('unsupported-video')
}

function ofOgg(text: string): Signature {
  const first = text.slice(28, 36)
  return /vorbis|OpusHead/.test(first) || first.startsWith('\x7fFLAC')
    ? type('audio/ogg')
    : refused('unsupported-video')
}

/** A frame header of MPEG audio, layer III, with a bit rate and a sampling rate that exist. */
function isMpegFrame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head
  const isLayerThree = first === 0xff && (second & 0xe6) === 0xe2
  return isLayerThree && third >> 4 !== 0 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c
}

function ofMarkup(text: string): Signature {
  const start = text
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase()
  if (!start.startsWith('<')) return { kind: 'unknown' }
  if (/<svg[\s>]/.test(start)) return refused('svg')
  return refused(start.startsWith('<?php') ? 'program' : 'web-page')
}
