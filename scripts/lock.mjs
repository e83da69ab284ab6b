import { createHash } from 'node:crypto'
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cwd, getuid, kill, pid } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

/** Runs `work` alone among the commands of this folder: two started at once neither install nor build twice. */
export async function alone(work) {
  const place = createHash('sha256').update(cwd()).digest('hex').slice(0, 12)
  const file = join(tmpdir(), `jcdmr-${getuid?.() ?? 0}-${place}.lock`)
  while (!(await taken(file))) {
    if (await isDead(file)) await rm(file, { force: true })
    await pause(100)
  }
  const beat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), 2000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(file, { force: true })
  }
}

const taken = (file) =>
  writeFile(file, String(pid), { flag: 'wx' }).then(
    () => true,
    (error) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

async function isDead(file) {
  try {
    const [owner, { mtimeMs }] = [Number(await readFile(file, 'utf8')), await stat(file)]
    if (Date.now() - mtimeMs > 20_000) return true
    return owner > 0 && !kill(owner, 0)
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
