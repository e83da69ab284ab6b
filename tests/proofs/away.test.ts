import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { createApp } from '#app'
import { openDatabase, WEB_LIMITS } from '#platform/database/database.ts'
import { Browser, type Form, wordsOf } from '../browser.ts'
import { type Line, openLine } from '../line.ts'
import { type MadeEvent, make, NOW } from '../make.ts'
import { proved } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'
import { until } from '../until.ts'

/** A site whose line to the database a test cuts; `site` keeps its own, to see what happened. */
let site: TestSite
let line: Line
let server: Awaited<ReturnType<typeof createApp>>['server']
let event: MadeEvent
let member: string
const open = new AsyncDisposableStack()

beforeAll(async () => {
  site = open.adopt(await openSite({ now: NOW }), (one) => one.close())
  line = open.adopt(await openLine(site.parts.databaseUrl), (one) => one.close())
  const limits = { ...WEB_LIMITS, connections: 4 }
  const database = open.adopt(openDatabase(line.url, limits, site.parts.log), (one) => one.close())
  const app = open.adopt(await createApp({ ...site.parts, database, databaseUrl: line.url }), (one) => one.stop())
  server = app.server
  event = await make.event(site.database)
  member = (await make.signedIn(site)).browser.cookieHeader
})
afterAll(() => open.disposeAsync())
beforeEach(async () => {
  await line.mend()
  await until(async () => (await visitor().get('/sante')).statusCode === 200)
})

const visitor = (cookie = '') => {
  const browser = new Browser(server)
  if (cookie !== '') browser.setCookie('session', cookie.replace('session=', ''))
  return browser
}

let count = 0
const strangerForm = (): Form => ({
  date: String(event.dates[0]?.listId),
  nom: 'Élodie « la vraie » N’Guessan',
  email: `loin${++count}@exemple.test`,
  telephone: '06 12 34 56 78',
  submission: `loin-${count}`,
})
const registerAt = () => addresses.events.register({ item: itemOf(event) })

/** The hidden fields of « Renvoyer »: what a browser would send again. */
function keptForm(html: string): Form {
  const form = /<form\b[^>]*>(?:(?!<\/form>).)*Renvoyer.*?<\/form>/s.exec(html)?.[0] ?? ''
  const fields = [...form.matchAll(/<input\b[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]))
}

const FAULTS: Record<string, () => Promise<void> | void> = {
  'is cut': () => line.cut(),
  'is blocked': () => line.block(),
}

describe.each(Object.entries(FAULTS))('when the line to the database %s', (name, fault) => {
  test.each([
    ['somebody without an account', () => ''],
    ['somebody signed in', () => member],
  ])(
    'R7: %s who registers is told within 5 s, with what was typed, and sending again succeeds once',
    async (_, cookie) => {
      const form = strangerForm()
      const browser = visitor(cookie())
      await fault()
      const began = performance.now()
      const answer = await browser.post(registerAt(), form)
      const seconds = (performance.now() - began) / 1000
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
      expect(seconds).toBeLessThan(5)
      proved('R7', `the line ${name}: 503 with the text kept after`, `${seconds.toFixed(1)} s`, 'goal 5 s')
      expect(keptForm(answer.body)).toEqual(form)
      expect(wordsOf(answer.body)).toContain('Renvoyer')
      await line.mend()
      await until(async () => (await browser.post(registerAt(), keptForm(answer.body))).statusCode === 303)
      const again = await browser.post(registerAt(), keptForm(answer.body))
      expect(again.statusCode).toBe(303)
      if (cookie() === '') {
        const { rows } = await site.database.pool.query('select 1 from registrations where email = $1', [form.email])
        expect(rows).toHaveLength(1)
      }
    },
  )

  test('R7: pages and health say 503, the site lives and heals by itself', async () => {
    await fault()
    const pages = await Promise.all(['/evenements', '/structures', '/sante'].map((url) => visitor().get(url)))
    expect(pages.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503])
    expect(pages.every(({ body }) => !/ECONN|postgres|\.ts/.test(body))).toBe(true)
    await line.mend()
    const began = performance.now()
    await until(async () => (await visitor().get('/evenements')).statusCode === 200)
    const seconds = (performance.now() - began) / 1000
    proved('R7', `the line ${name}: healed after`, `${seconds.toFixed(1)} s`, 'goal 10 s')
    expect((await visitor(member).get('/mon-espace')).statusCode).toBe(200)
  })
})
