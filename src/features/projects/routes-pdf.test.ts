import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { canvases, canvasNotes } from '#features/canvas/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { makeProject } from '#tests/proofs/access-world-of-projects.ts'
import { readPdf } from '#tests/read-pdf.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { projectComments, projects } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const now = Temporal.Instant.from(NOW)
const PAPERS = [
  [
    'sheet',
    (project: number, commentaires?: string) =>
      addresses.projects.pdf({ project }, commentaires ? { commentaires } : {}),
  ],
  [
    'canvas',
    (project: number, commentaires?: string) =>
      addresses.canvas.pdf({ project, canvas: 1 }, commentaires ? { commentaires } : {}),
  ],
] as const

async function project() {
  const creator = await make.signedIn(site, { name: 'Zoé Łucka' })
  const adviser = await make.person(site.database, { role: 'professional', name: 'Camille Durand' })
  return { ...creator, made: await makeProject(site, { ownerId: creator.id, adviserId: adviser.id }), adviser }
}

const read = async (browser: Awaited<ReturnType<typeof project>>['browser'], url: string) => {
  const answer = await browser.get(url)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  const pdf = await readPdf(answer.rawPayload)
  return { ...pdf, text: pdf.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ') }
}

test.each(PAPERS)(
  'the %s as a PDF: tagged, titled, in French; with what was said of it when that is asked for',
  async (_name, url) => {
    const { browser, made } = await project()
    const [alone, whole] = [await read(browser, url(made.id)), await read(browser, url(made.id, 'oui'))]
    for (const pdf of [alone, whole]) {
      expect(pdf).toMatchObject({ language: 'fr-FR', isTagged: true, roles: { H1: 1 } })
      expect(pdf.title).toContain('Canari du Pilat')
      expect(pdf.pages).toHaveLength(1)
    }
    expect(alone.text).not.toContain('Camille')
    expect(whole.text).toContain('Camille Durand')
  },
)

const ODD: readonly [string, string][] = [
  ['ten thousand characters', 'Du pain bio '.repeat(833)],
  ['one word of ten thousand', 'x'.repeat(10_000)],
  ['emoji', '🥖👩‍👩‍👧'.repeat(500)],
  ['right to left', 'שלום עולם '.repeat(900)],
  ['controls', 'a\u0001\u0007\u202e\u2028b\n'.repeat(900)],
  ['two writings in turn', 'Łó '.repeat(3000)],
  ['a thousand lines', 'ligne\n'.repeat(1600)],
]

test.each(ODD)(
  'F22: %s in each section and comment of a sheet: it opens, and nothing after is lost',
  async (_name, odd) => {
    const { browser, made, adviser } = await project()
    const sections = {
      idea: odd,
      activity: odd,
      needs: odd,
      calendar: odd,
      team: odd,
      budget: `${odd.slice(0, 9000)} BUDGET-FIN`,
    }
    await site.database.update(projects).set(sections).where(eq(projects.id, made.id))
    const said = {
      projectId: made.id,
      authorId: adviser.id,
      authorPart: 'adviser' as const,
      subject: odd.slice(0, 200),
    }
    await site.database
      .insert(projectComments)
      .values({ ...said, body: `${odd.slice(0, 4900)} COMMENTAIRE-FIN`, createdAt: now })
    const pdf = await read(browser, addresses.projects.pdf({ project: made.id }, { commentaires: 'oui' }))
    expect(pdf.text).toContain('BUDGET-FIN')
    expect(pdf.text).toContain('COMMENTAIRE-FIN')
    expect(pdf).toMatchObject({ isTagged: true, language: 'fr-FR' })
  },
)

test('F22: a canvas of a thousand full post-its opens, whole', async () => {
  const { browser, made } = await project()
  const [canvas] = await site.database
    .select()
    .from(canvases)
    .where(eq(canvases.projectId, made.id))
    .orderBy(canvases.number)
  const rows = Array.from({ length: 1000 }, (_, n) => ({
    ...{
      canvasId: canvas?.id ?? 0,
      block: 'costs' as const,
      colour: 'fir' as const,
      rev: 1,
      createdAt: now,
      updatedAt: now,
    },
    ...{ position: String(n).padStart(6, '0'), body: `N${n}N ${'pain '.repeat(190)}` },
  }))
  await site.database.insert(canvasNotes).values(rows)
  const { text } = await read(browser, addresses.canvas.pdf({ project: made.id, canvas: 1 }))
  expect(rows.filter((_, n) => !text.includes(`N${n}N`))).toEqual([])
})

test('F18: sixty papers asked at once by one person: each opens or is a page that says to come back', async () => {
  const { browser, made } = await project()
  await site.database
    .update(projects)
    .set({ idea: 'Du pain bio '.repeat(800) })
    .where(eq(projects.id, made.id))
  const url = addresses.projects.pdf({ project: made.id })
  const answers = await Promise.all(Array.from({ length: 60 }, () => browser.get(url)))
  const refused = answers.filter(({ statusCode }) => statusCode !== 200)
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(3)
  expect(refused.length).toBeGreaterThan(0)
  for (const { statusCode, headers, body } of refused) {
    expect([statusCode, headers['retry-after']]).toEqual([503, '5'])
    expect(wordsOf(body)).toMatch(/[Rr]éessayez/)
  }
  for (const { rawPayload } of answers.filter(({ statusCode }) => statusCode === 200).slice(0, 3))
    expect((await readPdf(rawPayload)).pages.length).toBeGreaterThan(0)
  expect((await browser.get(url)).statusCode).toBe(200)
})
