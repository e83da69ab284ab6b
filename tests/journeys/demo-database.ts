import { createHash, randomBytes } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { loadDemo } from '#app'
import { systemClock } from '#platform/clock.ts'
import { openDatabase, WEB_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { readSettings } from '#platform/settings.ts'

const SOURCES = [
  'src/demo/**/*.ts',
  'src/features/{structures,services,territory,contents,articles,resources,files}/**/*.ts',
  'data/**/*.*',
]

/** A database that holds the demo of today, cloned from one loaded once for all files of journeys. */
export async function demoDatabase(): Promise<{ url: string; files: string; drop(): Promise<void> }> {
  const { admin, run } = inject('databases')
  const template = await ensureDemo()
  const name = run + randomBytes(6).toString('hex')
  await asAdmin((client) => client.query(`create database ${name} template ${template}`))
  const drop = () => asAdmin((client) => client.query(`drop database if exists ${name} with (force)`))
  return { url: urlOf(admin, name), files: filesOf(template), drop: async () => void (await drop()) }
}

/** One template a day for one state of the sources: dates of the demo are counted from today. */
async function ensureDemo(): Promise<string> {
  const { admin, template } = inject('databases')
  const state = createHash('sha256').update(template).update(Temporal.Now.plainDateISO().toString())
  for (const file of SOURCES.flatMap((one) => globSync(one)).sort()) state.update(file).update(readFileSync(file))
  const name = `demo_${state.digest('hex').slice(0, 16)}`
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(2)')
    const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname ~ '^demo_'`)
    if (rows.some(({ datname }) => datname === name)) return
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
    await client.query(`create database demo_draft template ${template}`)
    await fill(urlOf(admin, 'demo_draft'), filesOf(name))
    await client.query(`alter database demo_draft rename to ${name}`)
  })
  return name
}

/** Where the bytes of the demo’s files are: each stage takes a copy. */
const filesOf = (template: string): string => join(tmpdir(), `jcdmr-${template}`)

async function fill(url: string, files: string): Promise<void> {
  const log = createLog('silent')
  const database = openDatabase(url, WEB_LIMITS, log)
  const settings = {
    ...readSettings({ FILES_URL: `file:${files}` }),
    SECRET: 'not used by what the demo writes, but long',
  }
  await loadDemo({ database, databaseUrl: url, clock: systemClock, fetch, log, settings })
  await database.close()
}

async function asAdmin<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: inject('databases').admin })
  await client.connect()
  return work(client).finally(() => client.end())
}

const urlOf = (admin: string, name: string): string => Object.assign(new URL(admin), { pathname: `/${name}` }).href
