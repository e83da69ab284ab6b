import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newKey } from '#platform/keys.ts'
import { rateLimits } from '#platform/rate-limits/tables.ts'
import { creatorForm, linkIn, loadRhone, professionalForm } from '#tests/account-journey.ts'
import { type Fault, onTheLine } from '#tests/faults.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
let planted: { fault: Fault; statement: number } | undefined
let sent = 0

beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T09:00:00Z' })
  onTheLine(site.database, () => {
    if (planted === undefined || ++sent !== planted.statement) return undefined
    return { fault: planted.fault }
  })
  await loadRhone(site)
})
beforeEach(() => site.database.delete(rateLimits))
afterAll(() => site.close())

/** How many rows of each kind an address has: people, passwords, links, mails, sessions. */
async function rowsOf(email: string): Promise<number[]> {
  const { rows } = await site.database.execute<Record<'p' | 'c' | 't' | 'm' | 's', number>>(sql`
    with own as (select id from people where email_key = ${email})
    select (select count(*) from own)::int p,
      (select count(*) from credentials where person_id in (select id from own))::int c,
      (select count(*) from account_tokens where person_id in (select id from own) and used_at is null)::int t,
      (select count(*) from mails where recipient = ${email})::int m,
      (select count(*) from sessions where person_id in (select id from own))::int s`)
  const row = rows[0]
  return row === undefined ? [] : [row.p, row.c, row.t, row.m, row.s]
}

type Step = {
  before: number[]
  after: number[]
  rows: () => Promise<number[]>
  act: () => Promise<{ statusCode: number }>
}

/** Lets an act meet one fault; says whether it was reached, and how the act was answered. */
async function withFault(fault: Fault, statement: number, act: () => Promise<{ statusCode: number }>) {
  planted = { fault, statement }
  sent = 0
  const { statusCode } = await act()
  planted = undefined
  return { statusCode, reached: sent >= statement }
}

/** Each statement of an act fails in turn: what is stored is all or nothing, and doing it again ends well. */
async function failEach(fault: Fault, step: (name: string) => Promise<Step>): Promise<number> {
  for (let nth = 1; nth < 60; nth++) {
    const { before, after, rows, act } = await step(`${fault}${nth}`)
    const { statusCode, reached } = await withFault(fault, nth, act)
    const state = await rows()
    expect([before, after]).toContainEqual(state)
    if (statusCode === 303) expect(state).toEqual(after)
    else expect((await act()).statusCode).toBe(303)
    expect(await rows()).toEqual(after)
    if (!reached) return nth - 1
  }
  return 60
}

const FAULTS: Fault[] = ['cut', 'cut-after', 'refuse']

test.each(FAULTS)(
  'R25: signing up, each statement meeting « %s » once, leaves nothing or the attempt with its link and its mail',
  async (fault) => {
    const statements = await failEach(fault, async (name) => {
      const email = `essai-${name}@exemple.fr`
      const form = creatorForm(email)
      return {
        before: [0, 0, 0, 0, 0],
        after: [1, 1, 1, 1, 0],
        rows: () => rowsOf(email),
        act: () => site.browser().post('/creer-un-compte/createur', form),
      }
    })
    expect(statements).toBeGreaterThan(8)
  },
)

test.each(FAULTS)(
  'R25: confirming, each statement meeting « %s » once, leaves the attempt or the account with its session',
  async (fault) => {
    const statements = await failEach(fault, async (name) => {
      const email = `confirme-${name}@exemple.fr`
      await site.database.delete(rateLimits)
      await site.browser().post('/creer-un-compte/professionnel', professionalForm(email))
      const link = await linkIn(site, 'account-confirm', email)
      const form = { submission: newKey() }
      return {
        before: [1, 1, 1, 1, 0],
        after: [1, 1, 0, 1, 1],
        rows: () => rowsOf(email),
        act: () => site.browser().post(link, form),
      }
    })
    expect(statements).toBeGreaterThan(6)
  },
)

test.each(FAULTS)(
  'R25: validating, each statement meeting « %s » once, leaves the request or the professional with its mail and its audit line',
  async (fault) => {
    const { browser } = await make.signedIn(site, { role: 'administrator' })
    const statements = await failEach(fault, async (name) => {
      const email = `valide-${name}@exemple.fr`
      const asked = { email, professionalState: 'pending', departement: '69', structureId: 12 } as const
      const { id } = await make.person(site.database, asked)
      const form = { submission: newKey(), role: 'professional' }
      return {
        before: [0, 0, 0, 0],
        after: [1, 1, 1, 1],
        rows: async () => {
          const { rows } = await site.database.execute<Record<'v' | 'a' | 'm' | 'l', number>>(sql`
          select (select count(*) from people where id = ${id} and professional_state = 'validated')::int v,
            (select count(*) from affiliations where person_id = ${id})::int a,
            (select count(*) from mails where recipient = ${email})::int m,
            (select count(*) from audit_log where object = ${`person:${id}`})::int l`)
          const row = rows[0]
          return row === undefined ? [] : [row.v, row.a, row.m, row.l]
        },
        act: () => browser.post(`/admin/comptes/${id}/validation`, form),
      }
    })
    expect(statements).toBeGreaterThan(6)
  },
)
