import naughty from 'big-list-of-naughty-strings'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { newKey } from '#platform/keys.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { eventForm, eventFormOf, type SignedIn, signedIn, WHOLE_EVENT } from '#tests/event-form.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { draftText, fingerprint } from './draft-text.ts'
import { MOST_BYTES_OF_DRAFTS, MOST_DRAFTS } from './form-names.ts'
import { sweepDrafts } from './jobs.ts'
import { formDrafts } from './tables.ts'

let site: TestSite
let author: SignedIn

beforeAll(async () => {
  site = await openSite({ now: NOW })
  author = await signedIn(site, 'professional')
})
afterAll(() => site.close())

const NEW = addresses.events.new()
const ONE = addresses.drafts.one({ form: 'event-nouveau' })
const draftsOf = ({ id }: SignedIn) => site.database.select().from(formDrafts).where(eq(formDrafts.personId, id))

/** What the autosave sends while the form of a new event is typed. */
async function typing(browser: Browser, more: Record<string, string> = {}) {
  const { body } = await browser.get(NEW)
  const typed = eventForm({ submission: fieldOf(body, 'submission'), brouillon: fieldOf(body, 'brouillon'), ...more })
  const answer = await browser.post(ONE, typed)
  return { typed, answer }
}

test('ART-5: what is typed is kept, said with its hour, offered on the next visit and given back', async () => {
  const { typed, answer } = await typing(author.browser, {
    titre: 'Un atelier <b>&amp;',
    presentation: '\nÀ suivre…\n',
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toBe('Brouillon enregistré à 10:00')
  const again = await author.browser.get(NEW)
  const words = wordsOf(again.body)
  expect(words).toContain('Vous aviez commencé à écrire le mardi 24 novembre à 10 h')
  expect(words).toContain('Reprendre')
  expect(words).toContain('Jeter')
  expect(fieldOf(again.body, 'titre')).toBe('')
  const resumed = await author.browser.get(`${NEW}?brouillon=${typed.submission}`)
  expect(wordsOf(resumed.body)).toContain('Vous reprenez le texte du mardi 24 novembre à 10 h')
  expect(fieldOf(resumed.body, 'ville')).toBe('Roanne')
  expect(fieldOf(resumed.body, 'date.0.debut')).toBe('14:00')
  expect(fieldOf(resumed.body, 'brouillon')).toBe(typed.submission)
  expect(resumed.body).toContain('Un atelier &lt;b>&amp;amp;')
})

test('F19: the texts that somebody has under way never weigh more than a few long ones together', async () => {
  const person = await signedIn(site, 'professional')
  const titre = 'a'.repeat(MOST_BYTES_OF_DRAFTS / 8)
  const answers: number[] = []
  for (let page = 0; page < 10; page++) answers.push((await typing(person.browser, { titre })).answer.statusCode)
  expect(answers).toEqual([...Array(7).fill(200), 409, 409, 409])
  expect((await person.browser.get(NEW)).body.length).toBeLessThan(titre.length)
})

test('ART-5: a page that takes up a draft writes on in it; saving the form drops it, in the same act', async () => {
  const person = await signedIn(site, 'professional')
  const { typed } = await typing(person.browser, { titre: 'Commencé hier' })
  const resumed = await person.browser.get(`${NEW}?brouillon=${typed.submission}`)
  const own = { submission: fieldOf(resumed.body, 'submission'), brouillon: fieldOf(resumed.body, 'brouillon') }
  await person.browser.post(ONE, eventForm({ ...own, titre: 'Commencé hier, continué' }))
  const rows = await draftsOf(person)
  expect(rows.map(({ page }) => page)).toEqual([own.submission])
  const saved = await person.browser.post(NEW, eventForm({ ...own, titre: 'Fini' }))
  expect(saved.statusCode).toBe(303)
  expect(await draftsOf(person)).toEqual([])
})

test('ART-5: a refused form keeps its draft, and the next save still drops it', async () => {
  const person = await signedIn(site, 'professional')
  const { typed } = await typing(person.browser)
  const refused = await person.browser.post(NEW, { ...typed, titre: '' })
  expect(refused.statusCode).toBe(422)
  expect(fieldOf(refused.body, 'brouillon')).toBe(typed.submission)
  expect(refused.body).toContain('data-dirty')
  expect(wordsOf(refused.body)).not.toContain('Vous aviez commencé')
  expect(await draftsOf(person)).toHaveLength(1)
  const next = { ...typed, submission: fieldOf(refused.body, 'submission'), brouillon: typed.submission ?? '' }
  expect((await person.browser.post(NEW, next)).statusCode).toBe(303)
  expect(await draftsOf(person)).toEqual([])
})

test('R12: two windows on the same form make two drafts; saving one leaves the other', async () => {
  const person = await signedIn(site, 'professional')
  const one = await typing(person.browser, { titre: 'Fenêtre une' })
  const other = await typing(person.browser, { titre: 'Fenêtre deux' })
  expect((await person.browser.post(NEW, one.typed)).statusCode).toBe(303)
  const rows = await draftsOf(person)
  expect(rows.map(({ page }) => page)).toEqual([other.typed.submission])
  expect(wordsOf((await person.browser.get(NEW)).body)).toContain('« Fenêtre deux »')
})

test('ART-5: « Jeter » asks once, then only that draft is gone', async () => {
  const person = await signedIn(site, 'professional')
  const { typed } = await typing(person.browser)
  await typing(person.browser, { titre: 'À garder' })
  const discard = addresses.drafts.discard({ form: 'event-nouveau' })
  const answer = await person.browser.send(discard, { page: typed.submission ?? '', retour: NEW })
  expect(wordsOf(answer.body)).toContain('Le texte commencé est jeté.')
  expect(await draftsOf(person)).toHaveLength(1)
  const away = await person.browser.post(discard, { page: '', retour: '//ailleurs.example' })
  expect(away.headers.location).toBe('/')
})

test('ART-5: a draft of an event that somebody saved since says so, and saving it shows both texts', async () => {
  const person = await signedIn(site, 'professional')
  const event = await make.event(site.database, { authorId: person.id, title: 'Forum' })
  const edit = addresses.events.edit({ item: itemOf(event) })
  const open = await person.browser.get(edit)
  const typed = eventFormOf(open.body, { submission: fieldOf(open.body, 'submission'), titre: 'Forum, mon texte' })
  const one = addresses.drafts.one({ form: `event-${event.id}` })
  expect((await person.browser.post(one, typed)).statusCode).toBe(200)
  expect((await person.browser.post(edit, eventFormOf(open.body, { titre: 'Forum, ailleurs' }))).statusCode).toBe(303)
  const moved = addresses.events.edit({ item: `forum-ailleurs-${event.id}` })
  const next = await person.browser.get(moved)
  expect(wordsOf(next.body)).toContain('Le texte enregistré a changé depuis')
  const resumed = await person.browser.get(`${moved}?brouillon=${typed.submission}`)
  expect(fieldOf(resumed.body, 'titre')).toBe('Forum, mon texte')
  const held = { submission: fieldOf(resumed.body, 'submission'), brouillon: typed.submission ?? '' }
  const conflict = await person.browser.post(moved, eventFormOf(resumed.body, { ...held, titre: 'Forum, mon texte' }))
  expect(conflict.statusCode).toBe(409)
  expect(fieldOf(conflict.body, 'titre')).toBe('Forum, mon texte')
  expect(wordsOf(conflict.body)).toContain('Forum, ailleurs')
  expect(await draftsOf(person)).toHaveLength(1)
})

test('ART-5: without a session nothing is kept and nothing is said to be; another person never sees it', async () => {
  expect((await site.browser().post(ONE, eventForm())).statusCode).toBe(401)
  const { typed } = await typing(author.browser, { titre: 'Très privé' })
  const other = await signedIn(site, 'professional')
  const { body } = await other.browser.get(`${NEW}?brouillon=${typed.submission}`)
  expect(body).not.toContain('Très privé')
  expect(wordsOf(body)).not.toContain('Vous aviez commencé')
  await other.browser.post(addresses.drafts.discard({ form: 'event-nouveau' }), { page: typed.submission ?? '' })
  expect((await draftsOf(author)).map(({ page }) => page)).toContain(typed.submission)
})

test('ART-5: an unknown form, a page without number, one draft too many: refused in words, never half kept', async () => {
  const person = await signedIn(site, 'professional')
  for (const form of ['event-x', 'compte-1', 'event-', 'nimporte']) {
    expect((await person.browser.post(addresses.drafts.one({ form }), eventForm())).statusCode).toBe(404)
  }
  expect((await person.browser.post(ONE, eventForm({ submission: 'x' }))).statusCode).toBe(409)
  const now = Temporal.Instant.from(NOW)
  const row = { personId: person.id, form: 'event-1', fields: 'titre=a', startedAt: now, savedAt: now }
  const rows = Array.from({ length: MOST_DRAFTS }, () => ({ ...row, page: newKey() }))
  await site.database.insert(formDrafts).values(rows)
  const answer = await person.browser.post(ONE, eventForm())
  expect([answer.statusCode, answer.body]).toEqual([409, 'Échec : trop de textes sont déjà commencés'])
})

test('TRU-2: what nobody took up for sixty days is forgotten', async () => {
  const person = await signedIn(site, 'professional')
  await typing(person.browser)
  await sweepDrafts(site.database, Temporal.Instant.from('2027-01-22T09:00:00Z'))
  expect(await draftsOf(person)).toHaveLength(1)
  await sweepDrafts(site.database, Temporal.Instant.from('2027-01-24T09:00:00Z'))
  expect(await draftsOf(person)).toEqual([])
})

test('ART-5: whatever was typed comes back as it was, to the last sign', async () => {
  const person = await signedIn(site, 'professional')
  const page = newKey()
  const text = fc.oneof(fc.constantFrom(...naughty), fc.string({ unit: 'binary', maxLength: 300 }))
  const back = async (presentation: string) => {
    const typed = { ...WHOLE_EVENT, presentation, submission: page }
    expect((await person.browser.post(ONE, typed)).statusCode).toBe(200)
    const [row] = await draftsOf(person)
    const fields = new URLSearchParams(row?.fields)
    expect(fields.get('presentation')).toBe(presentation.toWellFormed())
    expect([...fields.keys()]).not.toContain('submission')
  }
  await fc.assert(fc.asyncProperty(text, back), { numRuns: 80 })
  await back('À'.repeat(100_000))
})

test('ART-5: browser and site tell the same texts by the same fingerprint', () => {
  const texts = fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(texts, (entries) => {
      const sent = draftText(entries)
      expect(draftText(new URLSearchParams(sent))).toBe(sent)
    }),
  )
  expect(fingerprint('a')).not.toBe(fingerprint('b'))
  expect(
    draftText([
      ['a', 'b'],
      ['submission', 'x'],
      ['geste', 'y'],
      ['brouillon', 'z'],
      ['f', new Blob()],
    ]),
  ).toBe('a=b')
})
