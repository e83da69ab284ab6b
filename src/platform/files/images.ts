import type { OutputInfo, Sharp } from 'sharp'
import sharp from 'sharp'
import { turnstile } from './turnstile.ts'

sharp.concurrency(1)
sharp.cache(false)

/** A telephone’s 50 megapixels pass, a bomb does not; the frames of an animation count together. */
const MOST_PIXELS = 60_000_000
const WIDEST = 2560
const oneByOne = turnstile(2)

export type CleanImage = { bytes: Buffer; mediaType: string; width: number; height: number }
export type ImageReading = { ok: true; image: CleanImage } | { ok: false; because: 'bomb' | 'broken' }

const open = (source: string | Buffer, options = {}): Sharp =>
  sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error', autoOrient: true, ...options })

/**
 * Decodes an image and writes another from its pixels: place, camera, comments and whatever was hidden behind stay out
 * (RES-4, B5). Upright, 2560 pixels wide at most, the first frame of an animation.
 */
export async function cleanImage(path: string): Promise<ImageReading> {
  const facts = await open(path, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (facts === undefined) return { ok: false, because: 'broken' }
  const height = facts.pageHeight ?? facts.height
  if (facts.width * height * (facts.pages ?? 1) > MOST_PIXELS) return { ok: false, because: 'bomb' }
  return oneByOne(async () => {
    try {
      return { ok: true, image: await encoded(open(path), facts.format) }
    } catch {
      return { ok: false, because: 'broken' }
    }
  })
}

async function encoded(image: Sharp, format: string | undefined): Promise<CleanImage> {
  const sized = image.resize({ width: WIDEST, withoutEnlargement: true })
  const isPhoto = format === 'jpeg'
  const isFlat = format === 'png' || format === 'gif'
  const written = isPhoto ? sized.jpeg({ quality: 86 }) : lossless(sized, isFlat)
  const { data, info } = await written.toBuffer({ resolveWithObject: true })
  return { bytes: data, mediaType: `image/${info.format}`, width: info.width, height: info.height }
}

const lossless = (image: Sharp, isFlat: boolean): Sharp =>
  isFlat ? image.png({ compressionLevel: 8 }) : image.webp({ quality: 88 })

export type RenditionFormat = 'avif' | 'webp' | 'jpeg'
export type Rendition = { size: number; format: RenditionFormat; bytes: Buffer; width: number; height: number }
/** Pixels as they come from a document’s page. */
export type RawPicture = { data: Buffer; width: number; height: number }

/** Copies of a picture, one per width and format; none is larger than the picture, the smallest is always there. */
export async function* renditionsOf(
  source: Buffer | RawPicture,
  wanted: { sizes: readonly number[]; formats: readonly RenditionFormat[] },
): AsyncIterable<Rendition> {
  const picture = () => (Buffer.isBuffer(source) ? open(source) : ofRaw(source))
  const width = Buffer.isBuffer(source) ? ((await open(source).metadata()).width ?? 0) : source.width
  const sizes = wanted.sizes.filter((size, rank) => rank === 0 || size < width)
  for (const size of sizes) {
    for (const format of wanted.formats) {
      const { data, info } = await oneByOne(() => copy(picture(), size, format))
      yield { size, format, bytes: data, width: info.width, height: info.height }
    }
  }
}

const ofRaw = ({ data, width, height }: RawPicture): Sharp => sharp(data, { raw: { width, height, channels: 4 } })

function copy(picture: Sharp, size: number, format: RenditionFormat): Promise<{ data: Buffer; info: OutputInfo }> {
  const sized = picture.resize({ width: size, withoutEnlargement: true })
  const written = {
    avif: () => sized.avif({ quality: 52, effort: 2 }),
    webp: () => sized.webp({ quality: 78 }),
    jpeg: () => sized.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }),
  }[format]()
  return written.toBuffer({ resolveWithObject: true })
}
