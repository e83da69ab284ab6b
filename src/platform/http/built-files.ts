import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = Record<string, { file: string; src?: string; name?: string; css?: string[]; assets?: string[] }>

/** Addresses of the built files, from the manifest that the build wrote. */
export type BuiltFiles = {
  folder: string
  stylesheet: string
  fonts: readonly string[]
  icon: string | undefined
  island(name: string): string | undefined
}

/** Reads `folder/.vite/manifest.json`; without a build (unit tests) the pages name no file that exists. */
export function readBuiltFiles(folder: string): BuiltFiles {
  const path = join(folder, '.vite/manifest.json')
  const manifest: Manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const islands = new Map<string, string>()
  for (const [source, { file }] of Object.entries(manifest)) {
    const name = /islands\/([a-z0-9-]+)\.ts$/.exec(source)?.[1]
    if (name !== undefined) islands.set(name, `/${file}`)
  }
  const sheet = manifest['src/ui/site.css']
  const files = [...(sheet?.assets ?? []), ...Object.values(manifest).map(({ file }) => file)]
  return {
    folder,
    stylesheet: sheet === undefined ? '/assets/site.css' : `/${sheet.file}`,
    fonts: [...new Set(files.filter((file) => /(?:text|head)-(?!abroad).*\.woff2$/.test(file)))].map(
      (file) => `/${file}`,
    ),
    icon: files.filter((file) => file.endsWith('.svg')).map((file) => `/${file}`)[0],
    island: (name) => islands.get(name),
  }
}
