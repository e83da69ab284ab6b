import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContentIn } from '#features/contents/actions.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { askForChecks } from './check-actions.ts'
import { sheetChecks } from './check-tables.ts'
import { services } from './tables.ts'

const old = Temporal.Instant.from('2026-01-05T09:00:00Z')
const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
let site: TestSite
let author: { id: number; email: string }

beforeAll(async () => {
  site = await openSite({ now: now.toString() })
  author = await make.person(site.database, { role: 'professional' })
})
afterAll(() => site.close())

async function sheet(title: string, verifiedAt = old) {
  return transact(site.database, async (tx) => {
    const text = {
      title,
      summary: '',
      presentation: '',
      access: 'public',
      state: 'published',
      departements: [],
    } as const
    const structure = await createContentIn(tx, {
      ...text,
      kind: 'structure',
      structureId: null,
      authorId: null,
      now: old,
    })
    const { id } = structure
    await tx.insert(structures).values({ contentId: id, searchName: title, verifiedAt })
    const service = await createContentIn(tx, { ...text, kind: 'service', structureId: id, authorId: null, now: old })
    await tx.insert(services).values({ contentId: service.id, structureId: id, searchName: title, verifiedAt })
    await tx.insert(contentAuthors).values({ contentId: id, personId: author.id, since: old })
    return { id, service: service.id }
  })
}

const ask = () => askForChecks(site.database, now, site.parts.settings.SECRET)
const linkIn = async () => {
  const mail = (await site.mails()).findLast(({ kind }) => kind === 'sheet-check')
  return /localhost:3000(\/toujours-exact\/[a-z2-7]{26})/.exec(JSON.stringify(mail?.content))?.[1] ?? ''
}
const verified = async (id: number) => {
  const [row] = await site.database.select().from(structures).where(eq(structures.contentId, id))
  return row?.verifiedAt
}

test('STR-5: after six months the author is asked once; the button of the link, not its opening, makes the sheet fresh', async () => {
  const { id, service } = await sheet('Le Tremplin')
  const other = await sheet('Fraîche', now)
  expect(await ask()).toBe(1)
  expect(await ask()).toBe(0)
  const link = await linkIn()
  const browser = site.browser()
  const page = await browser.get(link)
  expect(wordsOf(page.body)).toContain('Le Tremplin')
  expect(await verified(id)).toEqual(old)
  const fiche = [String(id), String(service), String(other.id)]
  const answer = await browser.send(link, { submission: newKey(), fiche })
  expect(wordsOf(answer.body)).toContain('Merci, c’est noté')
  expect(await verified(id)).toEqual(now)
  const [row] = await site.database.select().from(services).where(eq(services.contentId, service))
  expect(row?.verifiedAt).toEqual(now)
})

test('STR-5: whoever is no author any more is not asked, and his link opens nothing', async () => {
  const { id } = await sheet('La Fabrique')
  expect(await ask()).toBe(1)
  const link = await linkIn()
  await site.database.delete(contentAuthors).where(eq(contentAuthors.contentId, id))
  expect((await site.browser().get(link)).statusCode).toBe(404)
  expect((await site.browser().post(link, { submission: newKey(), fiche: String(id) })).statusCode).toBe(404)
  expect(await verified(id)).toEqual(old)
  expect(await site.database.$count(sheetChecks, eq(sheetChecks.structureId, id))).toBe(1)
  expect(await site.database.$count(contents, eq(contents.id, id))).toBe(1)
})
