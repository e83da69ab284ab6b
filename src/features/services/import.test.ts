import { gzipSync } from 'node:zlib'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { contents } from '#features/contents/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { type ImportPlace, openImportPlace } from '#tests/import-place.ts'
import { reportText } from './report-texts.ts'
import { services } from './tables.ts'

let place: ImportPlace
beforeAll(async () => {
  place = await openImportPlace()
})
afterAll(() => place.close())
beforeEach(() => place.database.execute(sql`delete from contents`))

const names = async () =>
  (await place.database.select({ title: contents.title }).from(contents).orderBy(asc(contents.title))).map(
    ({ title }) => title,
  )

async function onlyStructure() {
  const [row] = await place.database
    .select()
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
  return { ...row!.contents, ...row!.structures }
}

const counts = ({ added, changed, unchanged, kept }: Awaited<ReturnType<ImportPlace['importText']>>) => ({
  added,
  changed,
  unchanged,
  kept,
})

const v1 = (more: object = {}) =>
  JSON.stringify([{ source: 'dora', id: 'a', nom: 'Chez nous', date_maj: '2026-01-02', ...more }])

test('STR-1: the real files of three sources come in, and twice changes nothing', async () => {
  const files = [
    ['structures-data-inclusion-2022.json.gz', 341],
    ['services-data-inclusion-2022.json', 171],
    ['structures-france-services-ara-2022.csv', 309],
    ['structures-hinaura-ara-2022.csv.gz', 621],
  ] as const
  for (const [file, count] of files) {
    const first = await place.importPath(`data/${file}`)
    expect(counts(first), file).toEqual({ added: count, changed: 0, unchanged: 0, kept: 0 })
    expect(counts(await place.importPath(`data/${file}`)), file).toEqual({
      added: 0,
      changed: 0,
      unchanged: count,
      kept: 0,
    })
  }
  const [located] = await place.database
    .select({ count: sql<number>`count(${structures.communeCode})::int`, all: sql<number>`count(*)::int` })
    .from(structures)
  expect(located!.all).toBe(1271)
  expect(located!.count).toBeGreaterThan(1200)
})

test('STR-1: doubles between sources are proposed, never merged, and the ODbL sheet is said as such', async () => {
  await place.importText('id;nom;adresse;code_insee;telephone\n1;Le lieu;3 bd de la Paix;42187;04 77 00 00 01\n', {
    source: 'un',
  })
  const report = await place.importText(
    'id;nom;adresse;code_insee;telephone\n9;LE LIEU;3, boulevard de la Paix;42187;0477000001\n',
    { source: 'deux', licence: 'odbl' },
  )
  expect(report.doubles).toMatchObject([
    { by: ['phone', 'address'], one: { title: 'Le lieu', source: 'un' }, other: { source: 'deux', licence: 'odbl' } },
  ])
  expect(reportText(report)).toContain('même téléphone et même adresse : « Le lieu » (un, fiche ')
  expect((await names()).sort()).toEqual(['LE LIEU', 'Le lieu'])
})

test('STR-1: what members edited is kept, the rest follows the source', async () => {
  await place.importText(v1({ telephone: '0477000001', description: 'Ancien texte.' }))
  await place.database.update(contents).set({ title: 'Notre vrai nom', slug: 'notre-vrai-nom' })
  await place.database.update(structures).set({ editedFields: ['title'] })
  const report = await place.importText(
    v1({ nom: 'Encore un nom', telephone: '0477000002', description: 'Nouveau texte.' }),
  )
  expect(counts(report)).toEqual({ added: 0, changed: 0, unchanged: 0, kept: 1 })
  expect(await onlyStructure()).toMatchObject({
    title: 'Notre vrai nom',
    slug: 'notre-vrai-nom',
    searchName: 'chez nous',
    phone: '04 77 00 00 02',
    summary: 'Nouveau texte.',
  })
})

test('STR-1: a dry run counts and says all, and writes nothing', async () => {
  const report = await place.importText(v1(), { dryRun: true })
  expect(report).toMatchObject({ added: 1, outcome: 'dry-run' })
  expect(await names()).toEqual([])
})

test('STR-1: a line in error stops everything, unless such lines are to be skipped', async () => {
  const file = 'id;nom;code_insee\n1;Bonne;42187\n2;;42187\n1;Deux fois;42187\n;Sans numéro;42187\n'
  const report = await place.importText(file)
  expect(report.outcome).toBe('refused')
  expect(report.faults.map(({ line, field, blocking }) => [line, field, blocking])).toEqual([
    [3, 'nom', true],
    [4, 'id', true],
    [5, 'id', true],
  ])
  expect(await names()).toEqual([])
  expect(await place.importText(file, { skipErrors: true })).toMatchObject({ outcome: 'done', added: 1, errors: 3 })
  expect(await names()).toEqual(['Bonne'])
})

test('STR-1: a wrong SIRET, INSEE code, position, phone or date leaves its field empty, and is said by line', async () => {
  const report = await place.importText(
    v1({
      siret: '82436343600704',
      code_insee: '42999',
      code_postal: '4230',
      latitude: 4.07,
      longitude: 46.03,
      telephone: '74929808',
      courriel: 'epn@',
      site_web: 'http://Info Jeunes',
      date_maj: '2026-13-01',
    }),
  )
  expect(report).toMatchObject({ outcome: 'done', added: 1, warnings: 8, errors: 0 })
  expect(report.faults.map(({ field }) => field).sort()).toEqual(
    ['code_insee', 'code_postal', 'courriel', 'date_maj', 'latitude', 'siret', 'site_web', 'telephone'].sort(),
  )
  expect(await onlyStructure()).toMatchObject({
    siret: null,
    communeCode: null,
    latitude: null,
    phone: '',
    email: '',
    website: '',
  })
  expect(reportText(report)).toContain('  ligne 1, siret : « 82436343600704 » n’est pas un SIRET : laissé vide')
})

test('a windows-1252 file, a BOM, semicolons, commas, quotes and gzip are all read', async () => {
  const rows = 'id;nom;description\n1;Éveil à l’œuvre;"Un ; deux ""trois""\nquatre"\n'
  const latin = Uint8Array.from(rows, (sign) => ({ œ: 0x9c, '’': 0x92 })[sign] ?? sign.charCodeAt(0))
  const files = [
    rows,
    `\uFEFF${rows}`,
    rows.replaceAll(';', ',').replace('Un , deux', 'Un ; deux'),
    latin,
    gzipSync(rows),
  ]
  for (const file of files) {
    await place.database.execute(sql`delete from contents`)
    const report = await place.importText(file)
    expect(report.outcome).toBe('done')
    expect(report.encoding).toBe(file === latin ? 'windows-1252' : 'utf-8')
    expect(await onlyStructure()).toMatchObject({ title: 'Éveil à l’œuvre', summary: 'Un ; deux "trois" quatre' })
  }
})

test('a file that does not exist is said, not thrown', async () => {
  const report = await place.importPath(`${place.folder}/absent.csv`)
  expect([report.outcome, report.unreadable]).toEqual(['refused', 'le fichier ne s’ouvre pas (ENOENT)'])
})

test('a file that is cut, shapeless or foreign is refused with the reason, and nothing is kept', async () => {
  const cases = [
    [`${v1().slice(0, -1)},{"id":"b","nom":"Cou`, 'le fichier s’arrête au milieu'],
    [gzipSync('id;nom\n1;Un\n'.repeat(5000)).subarray(0, 120), 'abîmé'],
    ['id;nom\n1;"Un\n', 'guillemets'],
    ['a;b\n1;2\n', 'colonnes inconnues'],
    ['id;nom\n', 'aucune fiche'],
    ['', 'aucune fiche'],
    ['{"structures":[{"id":"a","nom":"b"}]}', 'colonnes inconnues'],
  ] as const
  for (const [file, reason] of cases) {
    const report = await place.importText(file)
    expect(report.outcome).toBe('refused')
    expect(`${report.unreadable}`).toContain(reason)
  }
  expect(await names()).toEqual([])
})

test('v0 services become v1: themes, stages and kinds; a service without its structure is set aside', async () => {
  await place.importText(v1())
  const service = {
    ...{
      source: 'dora',
      nom: 'Groupement de créateurs',
      presentation_resume: 'Un atelier.',
      types: ['atelier', 'accueil'],
    },
    thematiques: ['creation-activite', 'creation-activite--definir-son-projet-de-creation-dentreprise'],
  }
  const report = await place.importText(
    JSON.stringify([
      { id: 's', structure_id: 'a', ...service },
      { id: 't', structure_id: 'ailleurs', ...service },
    ]),
  )
  expect(report).toMatchObject({ kind: 'services', added: 1, orphans: 1, outcome: 'done' })
  const [row] = await place.database.select().from(services)
  expect(row).toMatchObject({
    kinds: ['atelier', 'accueil'],
    stages: ['idea'],
    thematiques: ['creer-une-entreprise', 'creer-une-entreprise--definir-son-projet-de-creation-dentreprise'],
  })
})

test('NUL, half characters, long names, other alphabets: kept whole or refused by line, never half done', async () => {
  const odd = ['Ho\u0000p', 'a\ud800b', 'مركز', '<b>Gras</b>', "D'Ürüm–Zoé N'Guessan", '=cmd|1', '🙂'.repeat(20)]
  const records = odd.map((nom, rank) => JSON.stringify({ source: 's', id: String(rank), nom }))
  const report = await place.importText(`[${records.join(',')}, {"source":"s","id":"x","nom":"${'n'.repeat(300)}"}]`, {
    skipErrors: true,
  })
  expect(report).toMatchObject({ added: odd.length, errors: 1 })
  expect((await names()).includes('Hop')).toBe(true)
})
