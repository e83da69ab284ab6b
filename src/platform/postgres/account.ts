import { execFile, spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const exec = promisify(execFile)

/** The system user that PostgreSQL runs as; undefined: the one who runs this process. */
export type Account = { uid: number; gid: number } | undefined

const OUR_USER = 'jcdmr-postgres'

/**
 * PostgreSQL refuses to run as root. Under root: the owner of the data when there is some, else `postgres` when the
 * machine has it, else a system user made for this.
 */
export async function postgresAccount(data: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await ownerOf(data)
  if (owner) return owner
  const known = (await numbersOf('postgres')) ?? (await numbersOf(OUR_USER))
  if (known) return known
  await exec('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', OUR_USER]).catch(() => {})
  const made = await numbersOf(OUR_USER)
  if (made) return made
  throw new Error(
    'PostgreSQL refuse de tourner sous root et aucun utilisateur système n’a pu être créé : lancer la commande sous un utilisateur ordinaire, ou donner DATABASE_URL.',
  )
}

async function ownerOf(data: string): Promise<Account> {
  const found = await stat(data).catch(() => undefined)
  const filled = found && (await readdir(data)).includes('PG_VERSION')
  return filled && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

async function numbersOf(user: string): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([exec('id', ['-u', user]), exec('id', ['-g', user])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** Runs a program as that account, away from the environment's own PG… and LC_… variables. Never throws for its failure. */
export function runAs(account: Account, program: string, args: string[]): Promise<{ code: number; output: string }> {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...account, cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (part: Buffer) => {
      output += part
    })
    child.stderr.on('data', (part: Buffer) => {
      output += part
    })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** The first folder on the way to `folder` that the account may not cross; undefined when it may go all the way. */
export async function blockedAt(account: Account, folder: string): Promise<string | undefined> {
  if (!account) return undefined
  const way = [folder]
  while (dirname(way[0] as string) !== way[0]) way.unshift(dirname(way[0] as string))
  const crossing = 'for folder; do test -x "$folder" || { printf %s "$folder"; exit 1; }; done'
  const { code, output } = await runAs(account, '/bin/sh', ['-c', crossing, 'sh', ...way])
  return code === 0 ? undefined : output
}
