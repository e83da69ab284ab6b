import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { make, NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'
import { CELLS as OWN_CELLS } from './access-table.ts'
import { CELLS_OF_CONTENTS } from './access-table-of-contents.ts'
import { CELLS_OF_ORIENTATION } from './access-table-of-orientation.ts'
import { CELLS_OF_PRESCRIPTIONS } from './access-table-of-prescriptions.ts'
import { CELLS_OF_PROJECTS } from './access-table-of-projects.ts'
import { enter, makeWorld, type World } from './access-world.ts'
import { LINES } from './clicks-lines.ts'

const LIST = JSON.parse(readFileSync('node_modules/big-list-of-naughty-strings/blns.json', 'utf8')) as string[]
const NAUGHTY = [
  ...LIST,
  ...['\0', 'a\0b', '\ud800', 'a\udfffb', '\uffff', '\u202e', 'é'.normalize('NFD').repeat(1000), '👩‍👩‍👧'.repeat(50)],
  ...[
    'a'.repeat(5000),
    ' '.repeat(500),
    '\r\n.\r\n',
    `D'Ürüm–Zoé N'Guessan`,
    '__proto__',
    '-1',
    '1e309',
    '9'.repeat(40),
  ],
  ...['%', '_', `'; drop table people; --`, '\\', '%00', '2026-02-30', '99:99', '0x10', '﷽'.repeat(20)],
]
/** One in sixty, drawn by a seed; all of them in `prove`. */
const SHARE = rounds(60, 1)
const { BLNS_SEED = String(Date.now() % 1000) } = process.env
const drawn = (index: number) => (index + Number(BLNS_SEED)) % SHARE === 0

const CELLS = [
  ...OWN_CELLS,
  ...CELLS_OF_CONTENTS,
  ...CELLS_OF_ORIENTATION,
  ...CELLS_OF_PRESCRIPTIONS,
  ...CELLS_OF_PROJECTS,
]

let site: TestSite
let world: World
beforeAll(async () => {
  site = await openSite({ now: NOW })
  const author = await enter(site, 'author')
  world = await makeWorld(site, author.id)
})
afterAll(() => site.close())
beforeEach(() => site.database.execute(sql`delete from rate_limits`))

const FIELDS = [
  'q',
  'page',
  'departement',
  'commune',
  'type',
  'tarif',
  'du',
  'au',
  'retour',
  'sujet',
  'liste',
  'tri',
  'phrase',
  'activite',
  'besoin',
  'question',
]

test('B26: no naughty string in a query or a path makes a page fail', async () => {
  const { browser } = await make.signedIn(site, { role: 'administrator' })
  const paths = [...new Set(CELLS.filter(({ method }) => method === 'GET').map(({ path }) => path))]
  const failed: string[] = []
  let asked = 0
  for (const [place, path] of paths.entries()) {
    for (const [index, text] of NAUGHTY.entries()) {
      if (!drawn(index + place)) continue
      const filled = path.replace(/:[a-z]+/gi, () => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E'))
      const query = FIELDS.map((name) => `${name}=${encodeURIComponent(text.toWellFormed())}`).join('&')
      const { statusCode } = await browser.get(`${filled}?${query}`)
      if (statusCode >= 500) failed.push(`${path} ${JSON.stringify(text)} ${statusCode}`)
      asked++
    }
  }
  proved(
    'B26',
    `naughty strings in ${paths.length} addresses that failed (seed ${BLNS_SEED})`,
    `${failed.length} of ${asked}`,
    'goal 0',
  )
  expect(failed, `seed ${BLNS_SEED}`).toEqual([])
})

const SLOW = ['/creer-un-compte', '/connexion', '/mot-de-passe', '/confirmer']

describe.each(LINES.map((line) => [line.route, line] as const))('%s', (route, line) => {
  test('F22: no naughty string in a field of the form makes it fail', async () => {
    const { browser, url, form } = await line.ready(site)
    const fields = Object.keys(form).filter((name) => name !== 'submission')
    const failed: string[] = []
    let sent = 0
    const stride = SLOW.some((path) => route.startsWith(path)) ? rounds(40, 1) : 1
    for (const [place, field] of fields.entries()) {
      for (let index = place; index < NAUGHTY.length; index += stride) {
        const text = NAUGHTY[index] ?? ''
        if (!drawn(Math.floor(index / stride) + place)) continue
        await site.database.execute(sql`delete from rate_limits`)
        const answer = await browser.post(url, { ...form, submission: `${field}${index}`, [field]: text })
        if (answer.statusCode >= 500) failed.push(`${field} ${JSON.stringify(text)} ${answer.statusCode}`)
        sent++
      }
    }
    proved(
      'F22',
      `${route}: naughty strings in ${fields.length} fields that failed`,
      `${failed.length} of ${sent}`,
      'goal 0',
    )
    expect(failed, `seed ${BLNS_SEED}`).toEqual([])
  })
})

test('F22: any text at all in the name of somebody who registers is kept as typed or refused with a reason', async () => {
  const event = await make.event(site.database, { dates: [{ places: null }] })
  const url = `/evenements/${event.slug}-${event.id}/inscriptions`
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 250 }), async (nom) => {
      await site.database.execute(sql`delete from rate_limits`)
      const email = `texte${++count}@exemple.test`
      const form = { date: String(event.dates[0]?.listId), nom, email, submission: email }
      const { statusCode } = await site.browser().post(url, form)
      expect([303, 422]).toContain(statusCode)
      const { rows } = await site.database.execute(sql`select name from registrations where email = ${email}`)
      expect(rows.map(({ name }) => name)).toEqual(statusCode === 303 ? [nom.trim()] : [])
    }),
    { numRuns: rounds(60, 2000) },
  )
})

test('F22: the strings are there, so the proofs above can fail', () => {
  expect(LIST.length).toBeGreaterThan(450)
  expect(world.listId).toBeGreaterThan(0)
})
