import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Log } from '#platform/log.ts'
import { keptSecret } from '#platform/process/kept-secret.ts'
import { type Account, blockedAt, postgresAccount, runAs } from './account.ts'
import { copyPostgres, findPostgres } from './binaries.ts'

/** Where root’s folders cannot be crossed by an ordinary user, the server lives here instead. */
const SHARED = '/var/lib/je-cree-dans-ma-region'

/** `home` holds what is ours (password, port, locks), `data` what is PostgreSQL’s. */
export type Cluster = { home: string; data: string; programs: string; account: Account; password: string }

/** Decides who runs the server, and from which folders. */
export async function openCluster(dataDir: string, log: Log): Promise<Cluster> {
  const home = join(resolve(dataDir), 'postgres')
  await mkdir(home, { recursive: true })
  const account = await postgresAccount(join(home, 'data'))
  const native = await findPostgres()
  const programs = (await blockedAt(account, join(native, 'bin'))) ? await copyPostgres(native, SHARED) : native
  const parent = await parentOfData(home, account, log)
  return { home, programs, account, data: join(parent, 'data'), password: await keptSecret(join(home, 'password')) }
}

async function parentOfData(home: string, account: Account, log: Log): Promise<string> {
  if (account) await chmod(home, 0o711)
  const blocked = await blockedAt(account, home)
  if (!blocked) return home
  const elsewhere = join(SHARED, await keptSecret(join(home, 'elsewhere')))
  await mkdir(elsewhere, { recursive: true })
  for (const folder of [SHARED, elsewhere]) await chmod(folder, 0o711)
  log.warn(`PostgreSQL ne peut pas traverser le dossier ${blocked} : ses données sont dans ${elsewhere}.`)
  return elsewhere
}

/** Makes the empty server once: under another name first, so that a crash never leaves half of one. Call under the lock. */
export async function initialise(cluster: Cluster): Promise<void> {
  const { data, account } = cluster
  const parent = resolve(data, '..')
  const names = await readdir(parent)
  for (const name of names.filter((name) => name.startsWith('draft-')))
    await rm(join(parent, name), { recursive: true })
  if (names.includes('data')) return
  const draft = join(parent, `draft-${process.pid}`)
  await mkdir(draft, { mode: 0o700 })
  const password = `${draft}.password`
  await writeFile(password, cluster.password, { mode: 0o600 })
  if (account) for (const path of [draft, password]) await chown(path, account.uid, account.gid)
  const made = await runAs(account, join(cluster.programs, 'bin', 'initdb'), [
    ...LOCALE,
    '-D',
    draft,
    '--pwfile',
    password,
  ])
  await rm(password)
  if (made.code !== 0) throw new Error(`PostgreSQL n’a pas pu créer ses données dans ${parent} :\n${made.output}`)
  await rename(draft, data)
}

const LOCALE = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--data-checksums',
  '--locale-provider=icu',
  '--icu-locale=fr-FR',
  '--locale=C',
  // pg_trgm asks the C library what a letter is: « é » must be one.
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
]
