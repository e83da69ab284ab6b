import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type FreshDatabase = { url: string; name: string; drop(): Promise<void> }

/** A migrated, empty database for one test file (0.1 s): `const { url, drop } = await freshDatabase()`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { admin, template, run } = inject('databases')
  const name = run + randomBytes(6).toString('hex')
  await onServer(admin, `create database ${name} template ${template}`)
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href
  return { url, name, drop: () => onServer(admin, `drop database if exists ${name} with (force)`) }
}

async function onServer(admin: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
