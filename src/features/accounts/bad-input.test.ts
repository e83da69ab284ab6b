import naughty from 'big-list-of-naughty-strings'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey } from '#platform/keys.ts'
import { creatorForm } from '#tests/account-journey.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { creatorForm as creatorSchema, professionalForm as professionalSchema } from './forms.ts'
import { people } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T09:00:00Z' })
})
afterAll(() => site.close())

const odd = [
  '\0',
  'a\0b',
  '\uD800',
  'x'.repeat(50_000),
  'D’Ürüm–Zoé N’Guessan',
  '\u202Ertl',
  '👩‍🚀'.repeat(50),
  '<b>gras</b>',
  ' '.repeat(300),
]

test('every naughty string in every field of the forms is taken or refused by a sentence, never thrown', () => {
  for (const text of [...naughty, ...odd]) {
    for (const schema of [creatorSchema, professionalSchema]) {
      const fields = {
        nom: text,
        email: text,
        mot_de_passe: text,
        fonction: text,
        telephone: text,
        departement: text,
        publier: text,
      }
      const read = schema.safeParse(fields)
      for (const issue of read.error?.issues ?? []) expect(issue.message).toMatch(/^[A-ZÉ].{8,}/s)
    }
  }
})

test('names of all kinds are kept as they are, or refused with what was typed', async () => {
  const sample = [...odd, ...naughty.filter((_, rank) => rank % 40 === 0)]
  for (const [rank, nom] of sample.entries()) {
    const answer = await site.browser().post('/creer-un-compte/createur', creatorForm(`n${rank}@exemple.fr`, { nom }))
    expect([303, 422]).toContain(answer.statusCode)
  }
  const names = (await site.database.select({ name: people.name }).from(people)).map(({ name }) => name)
  for (const name of ['D’Ürüm–Zoé N’Guessan', '<b>gras</b>']) expect(names).toContain(name)
})

test.each([
  '/creer-un-compte/createur',
  '/creer-un-compte/professionnel',
  '/connexion',
  '/connexion/lien',
  '/mot-de-passe-oublie',
  '/contact',
])('%s refuses NUL, half characters and nothing at all by 422, never by 5xx', async (address) => {
  const texts = ['', 'a\0b', 'a\uD800b', 'é'.repeat(9000)]
  for (const text of texts) {
    const form = {
      nom: text,
      email: text,
      mot_de_passe: text,
      message: text,
      sujet: text,
      fonction: text,
      structure: text,
    }
    expect((await site.browser().post(address, { submission: newKey(), ...form })).statusCode).toBe(422)
  }
})

test.each(['/confirmer/x', '/connexion/lien/%00', '/mot-de-passe/%ff', `/confirmer/${'a'.repeat(280)}`])(
  '%s is a link that does not work',
  async (address) => {
    for (const answer of [
      await site.browser().get(address),
      await site.browser().post(address, { mot_de_passe: 'une petite phrase' }),
    ]) {
      expect([400, 404]).toContain(answer.statusCode)
    }
  },
)
