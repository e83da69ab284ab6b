import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { env, execPath } from 'node:process'
import { alone } from './lock.mjs'

/** Installs the packages when some are missing or of another version than package-lock.json says. */
export async function installWhenNeeded() {
  if (await isInstalled()) return
  await alone(async () => {
    if (await isInstalled()) return
    console.log('Installing the packages…')
    const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error']
    const [program, ...first] = env.npm_execpath?.endsWith('.js') ? [execPath, env.npm_execpath] : ['npm']
    const { status } = spawnSync(program, [...first, ...args], { stdio: 'inherit' })
    if (status !== 0) throw new Error('npm ci failed: see above.')
  })
}

/** npm writes what it installed in node_modules/.package-lock.json, last of all. */
async function isInstalled() {
  const [wanted, present] = await Promise.all([
    packagesOf('package-lock.json'),
    packagesOf('node_modules/.package-lock.json'),
  ])
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    return present[path] ? present[path].version === version : Boolean(present[''] ?? (optional || devOptional))
  })
}

const packagesOf = (file) =>
  readFile(file, 'utf8').then(
    (text) => JSON.parse(text).packages,
    () => ({}),
  )
