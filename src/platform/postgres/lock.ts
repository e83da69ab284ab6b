import { readFileSync } from 'node:fs'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const BEAT_MS = 2000
const STALE_MS = 20_000

/** Runs `work` alone among the processes of the machine that use the same lock file; waits for its turn. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(file))) {
    if (!(await isHeld(file))) await clear(file)
    else await pause(50)
  }
  const beat = setInterval(() => touch(file), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(file, { force: true })
  }
}

/** Tells the others that the file's writer lives. */
export async function touch(file: string): Promise<void> {
  const now = new Date()
  await utimes(file, now, now).catch(() => {})
}

/** Whether the process that wrote its number in the file lives: numbers come back after a crash, so it must also have touched it lately. */
export async function isHeld(file: string): Promise<boolean> {
  try {
    const [content, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
    if (Date.now() - mtimeMs > STALE_MS) return false
    return content === '' || isAlive(Number(content))
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !isUnburied(pid)
}

/** A killed process that its parent never waited for keeps its number; containers without an init are full of them. */
function isUnburied(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function taken(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Two may find the same dead lock: only one rename succeeds, and the other must not remove the lock taken since. */
async function clear(file: string): Promise<void> {
  const aside = `${file}.${process.pid}`
  await rename(file, aside).catch(() => {})
  if (await isHeld(aside)) await rename(aside, file)
  else await rm(aside, { force: true })
}
