import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { articleKind } from '#features/articles/routes-kind.ts'
import { articles } from '#features/articles/tables.ts'
import { createContentIn } from '#features/contents/actions.ts'
import type { ContentData, FileOfContent, KindOfContent } from '#features/contents/kinds.ts'
import { contentRevisions } from '#features/contents/revision-tables.ts'
import { contentFiles, contentSectors, contents } from '#features/contents/tables.ts'
import { fileDesk, receiveFile } from '#features/files/receive-actions.ts'
import { files } from '#features/files/tables.ts'
import { resourceKind } from '#features/resources/routes-kind.ts'
import { resources } from '#features/resources/tables.ts'
import { daysLater, type Instant } from '#kernel/time'
import type { Database, Tx } from '#platform/database/database.ts'
import type { Parts } from '#platform/parts.ts'
import { sanitize } from '#platform/rich-text/sanitize.ts'
import { importTexts } from '../app/import-texts.ts'
import { chime, pdfOf } from './documents.ts'
import { hills } from './pictures.ts'
import { DEMO_ARTICLES, DEMO_RESOURCES, type DemoArticle, type DemoResource } from './texts-data.ts'

/** The glossary comes first: the sheets name its words. */
const FILES = [
  'glossaire-creation-2020.csv',
  'articles-service-public-creation-2020.json.gz',
  'ressources-demarches-creation-2020.csv',
]

/** Loads the sheets of service-public.fr; what is already there is left alone. */
export async function loadDemoSheets(database: Database, now: Instant): Promise<void> {
  for (const file of FILES) await importTexts(database, { path: `data/${file}`, now })
}

type Authors = Record<'pro' | 'pro2', { personId: number; structureId: number | null }>
type Loading = { tx: Tx; parts: Parts; authors: Authors; now: Instant }

/** Articles and resources of the two professionals, in every state that a text may be in. */
export async function loadDemoTexts(loading: Loading): Promise<void> {
  for (const article of DEMO_ARTICLES) await loadArticle(loading, article)
  for (const resource of DEMO_RESOURCES) await loadResource(loading, resource)
}

async function loadArticle(loading: Loading, article: DemoArticle): Promise<void> {
  const { picture, subtitle = '' } = article
  const access = article.access ?? ('public' as const)
  const own = { subtitle }
  const file = picture && (await keepFile(loading, article, { name: `${picture}.jpg`, bytes: await hills(picture) }))
  const shown: FileOfContent[] = file === undefined ? [] : [{ fileId: file, role: 'image' }]
  const data = { ...commonData(loading, article), access, presentation: sanitize(article.html).html, files: shown }
  const id = await loadContent(loading, article, { kind: articleKind, data, own })
  await loading.tx.update(articles).set({ demo: true }).where(eq(articles.contentId, id))
  if (article.proposed === undefined) return
  const proposed = { content: { ...data, presentation: sanitize(article.proposed).html }, own }
  const { personId } = loading.authors[article.by]
  const createdAt = daysLater(loading.now, -1)
  const revision = {
    contentId: id,
    number: 2,
    state: 'pending' as const,
    data: proposed,
    authorId: personId,
    createdAt,
  }
  await loading.tx.insert(contentRevisions).values(revision)
}

async function loadResource(loading: Loading, resource: DemoResource): Promise<void> {
  const { readers = null, link = '', kind } = resource
  const isPrivate = readers !== null
  const made = resource.file && (await DEMO_FILES[resource.file]())
  const file = made && (await keepFile(loading, resource, made))
  const shown: FileOfContent[] = file === undefined ? [] : [{ fileId: file, role: 'media' }]
  if (file !== undefined && isPrivate) {
    await loading.tx.update(files).set({ visibility: 'private', roles: readers }).where(eq(files.id, file))
  }
  const common = commonData(loading, resource)
  const data = { ...common, access: isPrivate ? ('pro' as const) : ('public' as const), readers, files: shown }
  const id = await loadContent(loading, resource, { kind: resourceKind, data, own: { kind, link } })
  await loading.tx.update(resources).set({ demo: true }).where(eq(resources.contentId, id))
}

const DEMO_FILES = {
  checklist: () => ({ name: 'avant-immatriculation.pdf', bytes: pdfOf(CHECKLIST) }),
  grid: () => ({ name: 'grille-entretien.txt', bytes: Buffer.from(GRID) }),
  chime: () => ({ name: 'indicatif.wav', bytes: chime() }),
  hills: async () => ({ name: 'bandeau.jpg', bytes: await hills('morning') }),
}

const CHECKLIST = [
  'Avant l’immatriculation',
  '[ ] Une adresse pour l’entreprise, et le droit de s’y installer',
  '[ ] Un nom, cherché dans la base des marques et parmi les noms de domaine',
  '[ ] Le statut choisi, relu avec un conseiller',
  '[ ] Les statuts signés, pour une société',
  '[ ] Le capital déposé, pour une société',
  '[ ] Les diplômes ou l’expérience que le métier demande',
  '[ ] Une assurance prête à partir du premier jour',
  '[ ] Un compte en banque au nom de l’activité',
]

const GRID =
  'Grille d’entretien\n\n1. Le projet en trois phrases\n2. Pourquoi vous ?\n3. Vos premiers clients\n4. Ce qui vous inquiète\n'

type Text = DemoArticle | DemoResource

function commonData({ authors }: Loading, text: Text): ContentData {
  const { title, summary, departements = [], sectors = [], by } = text
  const { structureId } = authors[by]
  const plain = { presentation: '', presentationFormat: 'html' as const, access: 'public' as const, files: [] }
  return { title, summary, departements, sectors, structureId, ...plain }
}

type Whole<Own extends object> = { kind: KindOfContent<Own>; data: ContentData; own: Own }

async function loadContent<Own extends object>(
  { tx, authors, now }: Loading,
  text: Text,
  { kind, data, own }: Whole<Own>,
): Promise<number> {
  const { personId } = authors[text.by]
  const then = daysLater(now, -text.ago)
  const { sectors, files: shown, ...columns } = data
  const content = { ...columns, state: text.state, kind: kind.kind, authorId: personId, now: then }
  const { id } = await createContentIn(tx, content)
  if (text.reason !== undefined) await tx.update(contents).set({ reason: text.reason }).where(eq(contents.id, id))
  if (sectors.length > 0) await tx.insert(contentSectors).values(sectors.map((sector) => ({ contentId: id, sector })))
  if (shown.length > 0) await tx.insert(contentFiles).values(shown.map((file) => ({ contentId: id, ...file })))
  const whole = { content: data, own }
  await kind.apply(tx, id, whole, { isNew: true, now: then, actorId: personId, before: undefined })
  const revision = {
    contentId: id,
    number: 1,
    state: 'current' as const,
    data: whole,
    authorId: personId,
    createdAt: then,
  }
  await tx.insert(contentRevisions).values(revision)
  return id
}

/** Takes a file in as if its author had sent it. */
async function keepFile(
  { tx, parts, authors, now }: Loading,
  { by, title }: Text,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'))
  try {
    const path = join(folder, 'file')
    await writeFile(path, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('base64url')
    // In the transaction of the demo: all of it is there, or none.
    const desk = { ...fileDesk(parts), database: tx as unknown as Database }
    const sent = { name, path, bytes: bytes.length, sha256 }
    const received = await receiveFile(desk, sent, { ownerId: authors[by].personId, now })
    if (!received.ok) throw new Error(`${title}: ${received.because}`)
    return received.id
  } finally {
    await rm(folder, { recursive: true })
  }
}
