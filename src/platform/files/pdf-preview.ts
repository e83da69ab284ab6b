import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { RawPicture } from './images.ts'
import { turnstile } from './turnstile.ts'

const WIDTH = 900
const MOST_PIXELS = 4_000_000
const LONGEST_MS = 15_000
const oneByOne = turnstile(1)
const PDFIUM = createRequire(import.meta.url).resolve('@hyzyla/pdfium')

/** Run in a thread of its own, without our modules: a document that loops or swells is ended with it. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads')
const { PDFiumLibrary } = require(workerData.pdfium)
PDFiumLibrary.init().then(async (library) => {
  const document = await library.loadDocument(workerData.bytes)
  const page = document.getPage(0)
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  const scale = Math.min(workerData.width / width, Math.sqrt(workerData.pixels / (width * height)))
  const picture = await page.render({ scale, render: 'bitmap' })
  const { data } = picture
  parentPort.postMessage({ data, width: picture.width, height: picture.height })
})
`

/** The first page of a PDF as pixels; undefined when it cannot be drawn (a password, a broken file, too long). */
export function firstPage(bytes: Buffer): Promise<RawPicture | undefined> {
  return oneByOne(() => draw(new Uint8Array(bytes)))
}

function draw(bytes: Uint8Array): Promise<RawPicture | undefined> {
  const thread = new Worker(THREAD, {
    eval: true,
    workerData: { bytes, pdfium: PDFIUM, width: WIDTH, pixels: MOST_PIXELS },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(undefined), LONGEST_MS)
    const end = (picture: RawPicture | undefined) => {
      clearTimeout(timer)
      void thread.terminate()
      resolve(picture)
    }
    thread.once('message', ({ data, width, height }) => end({ data: Buffer.from(data), width, height }))
    thread.once('error', () => end(undefined))
    thread.once('exit', () => end(undefined))
  })
}
