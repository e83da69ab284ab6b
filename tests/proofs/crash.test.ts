import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrateDatabase } from '#platform/database/migrate.ts'
import { createLog } from '#platform/log.ts'
import { type Embedded, startEmbedded } from '#platform/postgres/embedded.ts'
import { freePorts } from '#tests/commands/site-process.ts'
import { ask, openFolder } from '#tests/postgres-child.ts'
import { proved, rounds } from '#tests/proof.ts'
import { fillWorld } from '../../bench/world.ts'
import { Load, type Told, WebProcess, type Wish } from './crash-load.ts'

const PER_SECOND = rounds(60, 200)
const MEMBERS = rounds(60, 400)
const KILLS_OF_WEB = rounds(3, 12)
const KILLS_OF_POSTGRES = rounds(1, 3)
const BETWEEN_MS = rounds(2000, 20_000)
const RESTARTS = rounds(3, 50)
const LONGEST_MS = rounds(180_000, 1_800_000)
/** Built inside the project, so that packages left outside the bundle are found. */
const bundle = resolve('node_modules/.cache', `crash-${process.pid}`)

let folder: Awaited<ReturnType<typeof openFolder>>
let postgres: Embedded
let web: WebProcess

beforeAll(async () => {
  await mkdir(bundle, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    ssr: { noExternal: true, external: ['pg', 'graphile-worker'] },
    build: { ssr: 'src/main/web.ts', outDir: bundle, target: 'node26' },
  })
}, 60_000)
afterAll(() => rm(bundle, { recursive: true, force: true }))

/** A PostgreSQL with its usual settings, on the disk: the one of the other tests is told not to wait for it. */
beforeEach(async () => {
  folder = await openFolder()
  postgres = await startEmbedded({ dataDir: folder.path, log: createLog('silent') })
  await migrateDatabase(postgres.url, 'migrations')
  const size = { structures: 4, services: 4, dates: 800, registrations: 0, members: MEMBERS }
  await fillWorld(postgres.url, size)
  await ask(postgres.url, 'update registration_lists set places = null')
  web = new WebProcess(join(bundle, 'web.js'), postgres.url, await freePorts())
  await web.start()
}, 120_000)

afterEach(async () => {
  await web.kill()
  await postgres.stop()
  await folder.remove()
}, 60_000)

/** Each member wishes for each date once; those who follow each other want different dates. */
async function wishes(): Promise<Iterator<Wish>> {
  const lists = await ask<{ list: number; event: number }>(
    postgres.url,
    `select lists.id::int as list, dates.event_id::int as event from registration_lists lists
     join event_dates dates on dates.id = lists.date_id join contents on contents.id = dates.event_id
     where lists.kind = 'direct' and not lists.cancelled and lists.closes_at > now() + interval '1 day' and access = 'public'`,
  )
  const everyone = Array.from({ length: MEMBERS }, (_, index) => index)
  return everyone
    .flatMap((round) => lists.map((list, rank) => ({ ...list, member: 1 + ((rank + round) % MEMBERS) })))
    .values()
}

async function postmaster(): Promise<number> {
  return Number((await readFile(join(folder.path, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])
}

/** Signals the server, waits until another has taken its place and answers; the time when it did. */
async function interrupt(signal: 'SIGKILL' | 'SIGINT'): Promise<number> {
  const before = await postmaster()
  process.kill(before, signal)
  for (let tries = 0; tries < 600; tries++) {
    await pause(100)
    const another = await postmaster().catch(() => before)
    if (another !== before && (await ask(postgres.url, 'select 1').catch(() => undefined))) return performance.now()
  }
  throw new Error('PostgreSQL does not come back')
}

/** Those of the ledger that are not there: no confirmed registration, or none with its mail and the job that sends it. */
async function lost(ledger: readonly string[]): Promise<string[]> {
  const kept = await ask<{ key: string }>(
    postgres.url,
    `select registrations.key from registrations join mails on cause = 'registration-confirmed:' || registrations.id
     join graphile_worker.jobs on jobs.key = 'mail:' || mails.id
     where registrations.state = 'confirmed' and mails.recipient = registrations.email`,
  )
  const there = new Set(kept.map(({ key }) => key))
  return ledger.filter((key) => !there.has(key))
}

const counts = (told: readonly Told[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(told, ({ status }) => String(status))).map(([k, v]) => [k, v?.length]),
  )

/** How long after `since` the first registration was accepted. */
const healedAfter = (told: readonly Told[], since: number): number =>
  (told.find(({ status, at }) => status === 303 && at > since)?.at ?? Number.POSITIVE_INFINITY) - since

describe('R6: « inscription confirmée » is true, whatever is killed', () => {
  test('every registration that was said to be made is there with its mail', { timeout: LONGEST_MS }, async () => {
    const load = new Load(web.address, await wishes(), PER_SECOND)
    const healed: number[] = []
    for (let kill = 0; kill < KILLS_OF_WEB; kill++) {
      await pause(BETWEEN_MS)
      await web.kill()
      await web.start()
      if (kill % Math.ceil(KILLS_OF_WEB / KILLS_OF_POSTGRES) > 0) continue
      await pause(BETWEEN_MS)
      const back = await interrupt('SIGKILL')
      await pause(BETWEEN_MS)
      healed.push(healedAfter(load.told, back))
    }
    await pause(1000)
    await load.stop()
    const { ledger } = load
    const gone = await lost(ledger)
    const many = `of ${ledger.length} told, ${KILLS_OF_WEB} SIGKILLs of web, ${healed.length} of PostgreSQL`
    proved('R6', `registrations lost ${many}`, gone.length, 'goal 0')
    proved(
      'R6',
      'seconds to serve again after PostgreSQL is back',
      (Math.max(...healed) / 1000).toFixed(1),
      'goal ≤ 10',
    )
    expect(Object.keys(counts(load.told)).filter((status) => !['303', '503', 'no answer'].includes(status))).toEqual([])
    expect(ledger.length).toBeGreaterThan((PER_SECOND * BETWEEN_MS) / 1000)
    expect(gone).toEqual([])
    expect(Math.max(...healed)).toBeLessThanOrEqual(10_000)
    expect(await lost([...ledger, 'an-entry-that-nobody-was-told'])).toEqual(['an-entry-that-nobody-was-told'])
  })

  test('a database that does not wait for its disk loses some, so the ledger sees a loss', {
    timeout: LONGEST_MS,
  }, async () => {
    await ask(postgres.url, `alter system set synchronous_commit = off`)
    await ask(postgres.url, `alter system set wal_writer_delay = '10s'`)
    await ask(postgres.url, 'select pg_reload_conf()')
    await pause(1000)
    const load = new Load(web.address, await wishes(), PER_SECOND)
    await pause(2500)
    await interrupt('SIGKILL')
    await load.stop()
    expect((await lost(load.ledger)).length).toBeGreaterThan(0)
  })
})

describe('R7: PostgreSQL stops and comes back under load', () => {
  test('the answer is 503 in 5 s with what was typed, and the site heals without a restart', {
    timeout: LONGEST_MS,
  }, async () => {
    const load = new Load(web.address, await wishes(), PER_SECOND)
    const healed: number[] = []
    for (let restart = 0; restart < RESTARTS; restart++) {
      await pause(1000)
      const back = await interrupt(restart % 2 === 0 ? 'SIGINT' : 'SIGKILL')
      for (let tries = 0; tries < 100 && healedAfter(load.told, back) > 60_000; tries++) await pause(100)
      healed.push(healedAfter(load.told, back))
    }
    await load.stop()
    const refused = load.told.filter(({ status }) => status === 503)
    const slowest = Math.max(...refused.map(({ ms }) => ms))
    const forgotten = refused.filter(({ keptText }) => !keptText)
    proved(
      'R7',
      `slowest of ${refused.length} answers 503, ${RESTARTS} restarts, seconds`,
      (slowest / 1000).toFixed(1),
      'goal ≤ 5',
    )
    proved('R7', 'answers 503 without what was typed', forgotten.length, 'goal 0')
    proved(
      'R7',
      'seconds to serve again after PostgreSQL is back',
      (Math.max(...healed) / 1000).toFixed(1),
      'goal ≤ 10',
    )
    expect(Object.keys(counts(load.told)).sort()).toEqual(['303', '503'])
    expect(forgotten).toEqual([])
    expect(slowest).toBeLessThanOrEqual(5000)
    expect(Math.max(...healed)).toBeLessThanOrEqual(10_000)
    expect(await lost(load.ledger)).toEqual([])
    expect(web.exits).toBe(0)
  })
})
