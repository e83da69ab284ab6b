import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFolder } from '#tests/postgres-child.ts'
import { freePorts, type SiteProcess, startSite, untilReady, untilSilent } from './site-process.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
let first: number
const running: SiteProcess[] = []

beforeEach(async () => {
  folder = await openFolder()
  first = await freePorts()
})
afterEach(async () => {
  for (const site of running.splice(0)) site.signal('SIGTERM')
  await untilSilent([first, first + 1, first + 2, ...(await databasePort())])
  await folder.remove()
})

const start = (command = 'start', at = first) => {
  const site = startSite(command, folder.path, at)
  running.push(site)
  return site
}
const databasePort = async () => {
  const port = Number(await readFile(join(folder.path, 'postgres', 'port'), 'utf8').catch(() => ''))
  return port ? [port] : []
}
const ports = async () => [first, first + 1, first + 2, ...(await databasePort())]

test('OPS-1: npm start prints the addresses and the accounts, serves, and Ctrl-C stops all of it', async () => {
  const site = start()
  await untilReady(site)
  await expect.poll(site.said).toContain(`${site.address}/sante`)
  for (const words of [`localhost:${first + 1}`, 'je-cree-2026', 'createur@demo.test'])
    expect(site.said()).toContain(words)
  expect((await fetch(`http://localhost:${first + 1}/api/email`)).status).toBe(200)
  site.signal('SIGINT')
  expect(await site.ended).toBe(0)
  await untilSilent(await ports())
})

test('OPS-1: after a kill of the whole group, the next start takes over and ends as cleanly', async () => {
  const killed = start()
  await untilReady(killed)
  killed.killGroup()
  await killed.ended
  const site = start()
  await untilReady(site)
  site.signal('SIGTERM')
  expect(await site.ended).toBe(0)
  await untilSilent(await ports())
})

test('OPS-1: when only the command is killed, the site stops by itself', async () => {
  const site = start()
  await untilReady(site)
  site.signal('SIGKILL')
  await site.ended
  await untilSilent(await ports())
})

test('OPS-1: a port already taken is said in a sentence, and the site that has it is not disturbed', async () => {
  const site = start()
  await untilReady(site)
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`Le port ${first} est déjà pris`)
  expect((await fetch(`${site.address}/sante`)).status).toBe(200)
})

test('OPS-1: a wrong setting stops the start with a sentence that names it', async () => {
  const site = startSite('web', folder.path, 70_000)
  expect(await site.ended).toBe(1)
  expect(site.said()).toContain('PORT')
  expect(site.said()).not.toContain('    at ')
})

test('OPS-1: npm run dev serves from the sources', async () => {
  const site = start('dev')
  await untilReady(site)
  expect((await fetch(`${site.address}/`)).status).toBe(200)
  site.signal('SIGINT')
  expect(await site.ended).toBe(0)
})
