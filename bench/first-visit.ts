import { brotliDecompressSync } from 'node:zlib'
import { Client } from './requests.ts'
import type { Site } from './sites.ts'
import { atMost, type Line } from './table.ts'

/** What a browser loads because a page names it: style sheets, scripts, preloaded files, images, the icon. */
export function resourcesOf(html: string): string[] {
  const named = [...html.matchAll(/<(?:link|script|img|source)\b[^>]*>/g)].map(([tag]) => tag)
  const loaded = named.filter((tag) => !tag.startsWith('<link') || /rel="(stylesheet|preload|icon|manifest)"/.test(tag))
  const addresses = loaded.flatMap((tag) => /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? [])
  return [...new Set(addresses)].filter((address) => !address.startsWith('data:'))
}

/** Scripts that stop the reading of the page. */
export const blockingScripts = (html: string): number =>
  [...html.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g)].filter(([tag]) => !/type="module"|\bdefer\b|\basync\b/.test(tag))
    .length

const kilobytes = (bytes: number) => bytes / 1000

/** The weight of a page for a browser that has nothing yet. */
export async function measureFirstVisit(site: Site, path: string): Promise<Line[]> {
  const client = new Client(site.address, 1)
  const page = await client.ask(path)
  const html = brotliDecompressSync(page.body).toString()
  const files = await Promise.all(
    resourcesOf(html).map(async (address) => ({ address, bytes: (await client.ask(address)).body.length })),
  )
  client.close()
  const sum = (kind: RegExp) => files.reduce((all, { address, bytes }) => all + (kind.test(address) ? bytes : 0), 0)
  return [
    atMost('HTML + CSS + JS', kilobytes(page.body.length + sum(/\.(css|js)$/)), 25, 'kB'),
    atMost('all', kilobytes(page.body.length + sum(/./)), 60, 'kB'),
    atMost('requests', files.length + 1, 10, ''),
    atMost('blocking scripts', blockingScripts(html), 0, ''),
  ]
}
