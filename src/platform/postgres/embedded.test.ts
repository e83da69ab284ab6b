import { chmod, chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import { ask, openFolder, type Started, startInChild } from '#tests/postgres-child.ts'
import { openCluster } from './cluster.ts'
import { startEmbedded } from './embedded.ts'
import { isPostgres } from './server.ts'

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

let folder: Awaited<ReturnType<typeof openFolder>>
beforeEach(async () => {
  folder = await openFolder()
})
afterEach(() => folder.remove())

/** The user that wrote a file. */
const ownerOf = async (file: string) => (await stat(file)).uid

const postmaster = async (data = join(folder.path, 'postgres', 'data')) =>
  Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])

test('OPS-1: after a kill of the site and of its database, the next start finds what was saved', async () => {
  const first = await startInChild(folder.path)
  await ask(first.url, 'create table kept as select 42 as answer')
  await first.kill()
  process.kill(await postmaster(), 'SIGKILL')
  const second = await startInChild(folder.path)
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  expect(second.adopted).toBe(false)
  await second.stop()
})

test('OPS-1: a database left running by a killed site is taken over, then stopped with the new one', async () => {
  const first = await startInChild(folder.path)
  await ask(first.url, 'create table kept as select 42 as answer')
  await first.kill()
  const second = await startInChild(folder.path)
  expect(second).toMatchObject({ adopted: true, url: first.url })
  const pid = await postmaster()
  await second.stop()
  expect(await isPostgres(pid)).toBe(false)
})

test('OPS-1: two starts at once share one database, which the last to stop stops', async () => {
  const both = await Promise.all([startInChild(folder.path), startInChild(folder.path)])
  const [one, two] = both as [Started, Started]
  expect(one.url).toBe(two.url)
  expect([one.adopted, two.adopted].sort()).toEqual([false, true])
  await one.stop()
  expect(await ask(two.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await two.stop()
  await expect(ask(two.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

test('OPS-1: a database killed under the site comes back by itself, on the same port', async () => {
  const server = await startEmbedded({ dataDir: folder.path, log: createLog('silent') })
  process.kill(await postmaster(), 'SIGKILL')
  await expect.poll(() => ask(server.url, 'select 1 as one').catch(() => []), { timeout: 15_000 }).toEqual([{ one: 1 }])
  await server.stop()
})

test('OPS-1: what a killed first start left half made is cleaned', async () => {
  const home = join(folder.path, 'postgres')
  await mkdir(join(home, 'draft-1'), { recursive: true })
  await writeFile(join(home, 'draft-1', 'PG_VERSION'), '18')
  await writeFile(join(home, 'draft-1.password'), 'x')
  await writeFile(join(home, 'lock'), '999999')
  const server = await startEmbedded({ dataDir: folder.path, log: createLog('silent') })
  expect((await readdir(home)).sort()).toEqual(['data', 'password', 'port', 'users'])
  await server.stop()
})

test('OPS-1: a number of process left by a dead database, since given to another program, stops nobody', async () => {
  const first = await startInChild(folder.path)
  await first.stop()
  const { data, account } = await openCluster(folder.path, createLog('silent'))
  const stale = join(data, 'postmaster.pid')
  await writeFile(stale, `${process.pid}\n${data}\n0\n1\n\n127.0.0.1\n`)
  if (account) await chown(stale, account.uid, account.gid)
  const second = await startInChild(folder.path)
  expect(second.adopted).toBe(false)
  await second.stop()
})

test('OPS-1: the database never runs as root, and its password is for its owner only', async () => {
  const server = await startInChild(folder.path)
  expect(await ownerOf(join(folder.path, 'postgres', 'data', 'postmaster.pid'))).not.toBe(0)
  await expect(ask(server.url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
  await server.stop()
})

test('OPS-1: an ordinary user runs it as himself', async () => {
  const user = isRoot ? NOBODY : process.getuid?.()
  if (isRoot) await chown(folder.path, NOBODY, NOBODY)
  const server = await startInChild(folder.path, user)
  expect(server.uid).toBe(user)
  expect(await ownerOf(join(folder.path, 'postgres', 'data', 'postmaster.pid'))).toBe(user)
  await server.stop()
})

test('OPS-1: in a folder that only root may enter, the data go where the database may, and stay found', async () => {
  await chmod(folder.path, 0o700)
  const { data } = await openCluster(folder.path, createLog('silent'))
  expect(data.startsWith(isRoot ? '/var/lib/je-cree-dans-ma-region/' : folder.path)).toBe(true)
  const first = await startInChild(folder.path)
  await ask(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  const second = await startInChild(folder.path)
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  await second.stop()
  await rm(dirname(data), { recursive: true, force: true })
})

test('the database sorts as French people do and knows that « é » is a letter', async () => {
  const server = await startEmbedded({ dataDir: folder.path, log: createLog('silent') })
  const words = `unnest(array['eu', 'Été', 'etage', 'été', 'zèbre']) word`
  const [sorted] = await ask<{ words: string[] }>(
    server.url,
    `select array(select word from ${words} order by word) words`,
  )
  await ask(server.url, 'create extension pg_trgm')
  const [trigrams] = await ask<{ of: string[] }>(server.url, `select show_trgm('é') as of`)
  await server.stop()
  expect(sorted?.words).toEqual(['etage', 'été', 'Été', 'eu', 'zèbre'])
  expect(trigrams?.of).toHaveLength(2)
})
