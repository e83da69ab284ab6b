import { globSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A folder whose manifest says that each browser file is its own source: what the pages of `npm run dev` name. */
export async function sourceFiles(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'dev')
  const sources = ['src/ui/site.css', ...globSync('src/**/islands/*.ts')]
  await mkdir(join(folder, '.vite'), { recursive: true })
  await mkdir(join(folder, 'assets'), { recursive: true })
  const manifest = Object.fromEntries(sources.map((file) => [file, { file }]))
  await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify(manifest))
  return folder
}
