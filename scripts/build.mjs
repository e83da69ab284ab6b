import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pid } from 'node:process'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { runNode } from './child.mjs'
import { alone } from './lock.mjs'

const STAMP = 'dist/.sources'

/** Builds `dist` when a source changed since; in another folder, renamed at the end, so that `dist` is always whole. */
export async function buildWhenNeeded() {
  if (await isBuilt()) return
  await alone(async () => {
    if (await isBuilt()) return
    const stamp = await sourcesNow()
    await rm('.build', { recursive: true, force: true })
    const draft = join('.build', String(pid), 'dist')
    const old = join('.build', 'old', 'dist')
    await mkdir(draft, { recursive: true })
    const args = ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn']
    if ((await runNode(args, { BUILD_DIR: draft })) !== 0) throw new Error('The build failed: see above.')
    await compressAll(join(draft, 'client', 'assets'))
    await writeFile(join(draft, '.sources'), stamp)
    await mkdir(join('.build', 'old'))
    if (existsSync('dist')) await rename('dist', old)
    await rename(draft, 'dist')
    await rm('.build', { recursive: true, force: true })
  })
}

/** What browsers load is compressed once, here, beside the file itself. */
async function compressAll(folder) {
  for (const name of await readdir(folder)) {
    if (!/\.(css|js|svg)$/.test(name)) continue
    const bytes = await readFile(join(folder, name))
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes))
    await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

async function isBuilt() {
  return (await readFile(STAMP, 'utf8').catch(() => '')) === (await sourcesNow())
}

async function sourcesNow() {
  const names = (await readdir('src', { recursive: true })).filter((name) => !/\.test\.tsx?$/.test(name))
  const files = [...names.map((name) => join('src', name)), 'vite.config.ts', 'package-lock.json', 'package.json']
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const { mtimeMs, size } = await stat(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}
