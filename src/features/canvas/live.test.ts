import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { onTheLine } from '#tests/faults.ts'
import { type LiveLine, listenTo, openToRequests } from '#tests/live-line.ts'
import { make } from '#tests/make.ts'
import { makeEntrusted, makeProject } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { openTwin } from '#tests/twin.ts'
import { until } from '#tests/until.ts'
import { canvases } from './tables.ts'

let site: TestSite
let origin = ''
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
  origin = await openToRequests(site)
})
afterAll(() => site.close())

const { canvas, projects } = addresses
let count = 0
const form = (fields: Record<string, string>) => ({ submission: `direct-${++count}`, ...fields })

test('PRJ-5: a change is heard by who reads; once withdrawn he is told so, his line ends, and he hears nothing more', async () => {
  const { creator, adviser, made } = await makeEntrusted(site)
  const of = { project: made.id, canvas: 1 }
  const line = listenTo(origin, canvas.live(of, { vu: 1 }), adviser.browser.cookieHeader)
  const staying = listenTo(origin, canvas.live(of, { vu: 1 }), creator.browser.cookieHeader)
  await until(() => line.heard.text.includes('retry') && staying.heard.text.includes('retry'))
  await creator.browser.post(canvas.notes(of), form({ bloc: 'costs', texte: 'Le loyer', couleur: 'sun' }))
  await until(() => line.heard.text.includes('Le loyer') && staying.heard.text.includes('Le loyer'))
  expect(line.heard.text).toContain('event: change')
  await creator.browser.post(projects.withdraw({ project: made.id, adviser: made.adviserId }), form({}))
  await until(() => line.heard.ended)
  expect(line.heard.text).toContain('event: closed')
  await creator.browser.post(canvas.notes(of), form({ bloc: 'costs', texte: 'Un secret', couleur: 'sun' }))
  await until(() => staying.heard.text.includes('Un secret'))
  expect(line.heard.text).not.toContain('Un secret')
  staying.cut()
})

test('PRJ-5: a canvas deleted while its page is open: the page is told, and its line ends', async () => {
  const { creator, adviser, made } = await makeEntrusted(site)
  const of = { project: made.id, canvas: 1 }
  const line = listenTo(origin, canvas.live(of, { vu: 1 }), adviser.browser.cookieHeader)
  await until(() => line.heard.text.includes('retry'))
  await creator.browser.post(canvas.remove(of), form({}))
  await until(() => line.heard.ended)
  expect(line.heard.text).toContain('event: removed')
})

test('PRJ-5: who comes back with the last change he saw is told what he missed, once', async () => {
  const { creator, adviser, made } = await makeEntrusted(site)
  const of = { project: made.id, canvas: 1 }
  await creator.browser.post(canvas.notes(of), form({ bloc: 'costs', texte: 'Pendant l’absence', couleur: 'sun' }))
  const missed = await adviser.browser.get(canvas.live(of, { vu: 1, suite: 'non' }))
  expect(missed.headers['content-type']).toContain('text/event-stream')
  expect(missed.headers['cache-control']).toBe('no-store')
  expect(missed.body).toContain('Pendant l’absence')
  const nothing = await adviser.browser.get(canvas.live(of, { vu: 2, suite: 'non' }))
  expect(nothing.body).not.toContain('event:')
})

test('PRJ-5: who asks what he missed and does not stay takes no room: after five hundred canvases others still listen', async () => {
  const creator = await make.signedIn(site)
  const { id: projectId } = await makeProject(site, { ownerId: creator.id, adviserId: creator.id })
  const dates = { createdAt: Temporal.Now.instant(), updatedAt: Temporal.Now.instant() }
  const numbers = Array.from({ length: 500 }, (_, index) => index + 3)
  await site.database.insert(canvases).values(numbers.map((number) => ({ projectId, number, name: 'Essai', ...dates })))
  for (const number of numbers)
    await creator.browser.get(canvas.live({ project: projectId, canvas: number }, { suite: 'non' }))
  const line = listenTo(origin, canvas.live({ project: projectId, canvas: 1 }), creator.browser.cookieHeader)
  await until(() => line.heard.status !== 0)
  expect(line.heard.status).toBe(200)
  line.cut()
})

test('PRJ-5: HEAD of a live line takes no place either', async () => {
  const creator = await make.signedIn(site)
  const { id } = await makeProject(site, { ownerId: creator.id, adviserId: creator.id })
  const url = canvas.live({ project: id, canvas: 1 })
  const headers = { host: 'localhost:3000', cookie: creator.browser.cookieHeader }
  for (let time = 0; time < 12; time++) {
    const { statusCode } = await site.app.server.inject({ method: 'HEAD', url, headers })
    expect(statusCode, `HEAD ${time}`).toBe(200)
  }
})

test('PRJ-5: one person does not fill the rooms of all: beyond thirty open canvases, 429, and the others still listen', async () => {
  const [greedy, other] = [await make.signedIn(site), await make.signedIn(site)]
  const { id: projectId } = await makeProject(site, { ownerId: greedy.id, adviserId: other.id })
  const elsewhere = await makeProject(site, { ownerId: other.id, adviserId: greedy.id })
  const dates = { createdAt: Temporal.Now.instant(), updatedAt: Temporal.Now.instant() }
  const numbers = Array.from({ length: 31 }, (_, index) => index + 3)
  await site.database.insert(canvases).values(numbers.map((number) => ({ projectId, number, name: 'Essai', ...dates })))
  const lines: LiveLine[] = []
  for (const number of numbers) {
    const line = listenTo(origin, canvas.live({ project: projectId, canvas: number }), greedy.browser.cookieHeader)
    await until(() => line.heard.status !== 0)
    lines.push(line)
  }
  expect(lines.map(({ heard }) => heard.status)).toEqual([...Array(30).fill(200), 429])
  const line = listenTo(origin, canvas.live({ project: elsewhere.id, canvas: 1 }), other.browser.cookieHeader)
  await until(() => line.heard.status !== 0)
  expect(line.heard.status).toBe(200)
  for (const { cut } of [...lines, line]) cut()
})

const SLOW = (text: string) =>
  text.replaceAll(
    `"project_advisers"."state" = 'active'`,
    `"project_advisers"."state" = 'active' and (select true from pg_sleep(0.4))`,
  )

test('R14: a right that is lost while another process asks for it: what was written since is not told', async () => {
  const twin = await openTwin(site, (database) => onTheLine(database, SLOW))
  const { creator, adviser, made } = await makeEntrusted(site)
  const of = { project: made.id, canvas: 1 }
  const line = listenTo(await openToRequests(twin), canvas.live(of, { vu: 1 }), adviser.browser.cookieHeader)
  await until(() => line.heard.text.includes('retry'))
  const write = (texte: string) =>
    creator.browser.post(canvas.notes(of), form({ bloc: 'costs', texte, couleur: 'sun' }))
  await write('Un mot')
  await creator.browser.post(projects.withdraw({ project: made.id, adviser: made.adviserId }), form({}))
  await write('Un secret')
  await until(() => line.heard.ended)
  expect(line.heard.text).not.toContain('Un secret')
  line.cut()
  await twin.close()
})
