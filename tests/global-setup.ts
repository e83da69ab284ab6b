import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#platform/database/migrate.ts'
import { createLog } from '#platform/log.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** `seen`: a folder of this run, of what journeys looked at. */
    databases: { admin: string; template: string; run: string; seen: string }
  }
}

const KEPT_TEMPLATES = 6
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']

/** One server for all runs of this machine, kept between them; one migrated template per state of `migrations/`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const place = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8)
  const dataDir = join(tmpdir(), `jcdmr-tests-${userInfo().uid}-${place}`)
  const server = await startEmbedded({ dataDir, log: createLog('error'), flags: FAST })
  const run = `test_${process.pid}_`
  await dropDatabases(server.url, 'test_', (name) => !isAlive(Number(name.split('_')[1])))
  const template = await ensureTemplate(server.url)
  const seen = mkdtempSync(join(tmpdir(), 'jcdmr-seen-'))
  project.provide('databases', { admin: server.url, template, run, seen })
  return async () => {
    rmSync(seen, { recursive: true, force: true })
    await dropDatabases(server.url, run, () => true)
    await server.stop()
  }
}

async function ensureTemplate(admin: string): Promise<string> {
  const files = globSync('migrations/**/*.{sql,json}').sort()
  const state = createHash('sha256')
  for (const file of files) state.update(file).update(readFileSync(file))
  const name = `template_${state.digest('hex').slice(0, 16)}`
  await asAdmin(admin, async (client) => {
    await client.query('select pg_advisory_lock(1)')
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'template\\_%' order by oid desc`,
    )
    if (rows.some((row) => row.datname === name)) return
    for (const old of rows.slice(KEPT_TEMPLATES)) await client.query(`drop database if exists ${old.datname}`)
    await client.query('drop database if exists draft_template with (force)')
    await client.query('create database draft_template')
    if (existsSync('migrations/meta/_journal.json')) await migrateDatabase(urlTo(admin, 'draft_template'), 'migrations')
    await client.query(`alter database draft_template rename to ${name}`)
  })
  return name
}

async function dropDatabases(admin: string, prefix: string, unless: (name: string) => boolean): Promise<void> {
  await asAdmin(admin, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of rows)
      if (unless(datname)) await client.query(`drop database if exists ${datname} with (force)`)
  })
}

async function asAdmin(admin: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await work(client).finally(() => client.end())
}

function urlTo(admin: string, database: string): string {
  return Object.assign(new URL(admin), { pathname: `/${database}` }).href
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
