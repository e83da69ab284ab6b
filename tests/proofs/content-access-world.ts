// One content of each kind in each situation, each with canaries and files of its own.
import { eq } from 'drizzle-orm'
import { itemOf } from '#addresses'
import { affiliations } from '#features/accounts/tables.ts'
import { articles } from '#features/articles/tables.ts'
import { createContentIn } from '#features/contents/actions.ts'
import { contentRevisions } from '#features/contents/revision-tables.ts'
import { contentFiles, contents } from '#features/contents/tables.ts'
import { eventDates, events } from '#features/events/tables.ts'
import { fileRenditions, files } from '#features/files/tables.ts'
import { resources } from '#features/resources/tables.ts'
import { services } from '#features/services/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { fold } from '#kernel/fold'
import { hours } from '#kernel/time'
import { type Tx, transact } from '#platform/database/database.ts'
import { openStorage } from '#platform/files/open-storage.ts'
import type { Storage } from '#platform/files/storage.ts'
import { newKey } from '#platform/keys.ts'
import { NOW } from '../make.ts'
import type { TestSite } from '../site.ts'
import { type Access, AT_ONCE, FILE_ROLES, SITUATIONS, type Situation } from './content-access-table.ts'

const now = Temporal.Instant.from(NOW)

export const KINDS = ['article', 'resource', 'event', 'service', 'structure'] as const
export type Kind = (typeof KINDS)[number]

export const COPIES = [320, 640, 1280].flatMap((size) =>
  (['avif', 'webp', 'jpeg'] as const).map((format) => ({ size, format })),
)

type MadeFile = { id: number; key: string; name: string }

export type Made = {
  kind: Kind
  situation: Situation
  access: Access
  id: number
  item: string
  /** In every word of it and in the bytes of its files; nowhere else. */
  canary: string
  /** The same, of the text that waits. */
  newCanary: string
  files: { visible: MadeFile; private: MadeFile; waiting?: MadeFile }
}

type People = { authorId: number; colleagueId: number }
type Shelf = { site: TestSite; storage: Storage; people: People; house: number }

/** Every kind × situation × access, or those wanted; the author wrote them all for one house, of which the colleague is a member. */
export async function makeContents(
  site: TestSite,
  people: People,
  isWanted = (_situation: Situation, _access: Access): boolean => true,
): Promise<{ made: Made[]; house: string }> {
  const storage = openStorage(site.parts.settings, fetch)
  const house = await transact(site.database, async (tx) => {
    const text = { title: 'Maison', summary: '', presentation: '', departements: ['69'], access: 'public' } as const
    const whole = { ...text, state: 'published', structureId: null, authorId: people.authorId, now } as const
    const { id, slug } = await createContentIn(tx, { ...whole, kind: 'structure' })
    await tx.insert(structures).values({ contentId: id, searchName: 'maison' })
    await tx.insert(affiliations).values({ personId: people.colleagueId, structureId: id, since: now })
    return { id, item: itemOf({ id, slug }) }
  })
  const shelf = { site, storage, people, house: house.id }
  const made: Made[] = []
  for (const kind of KINDS)
    for (const situation of kind === 'article' || kind === 'resource' ? SITUATIONS : AT_ONCE)
      for (const access of ['public', 'pro'] as const)
        if (isWanted(situation, access))
          made.push(await makeOne(shelf, { kind, situation, access, place: made.length }))
  return { made, house: house.item }
}

type Asked = { kind: Kind; situation: Situation; access: Access; place: number }

async function makeOne(shelf: Shelf, { kind, situation, access, place }: Asked): Promise<Made> {
  const { site, people } = shelf
  const [canary, newCanary] = [`zqa${place}x`, `zqb${place}x`]
  const shown = { visible: await makeFile(shelf, canary), private: await makeFile(shelf, canary, true) }
  const waiting = situation === 'changed' ? await makeFile(shelf, newCanary) : undefined
  const state = situation === 'changed' ? 'published' : situation
  const words = { title: `Titre ${canary}`, summary: `Resume ${canary}`, presentation: `Corps ${canary}` }
  const made = await transact(site.database, async (tx) => {
    const whole = { ...words, access, departements: ['69'], authorId: people.authorId, structureId: shelf.house, now }
    const content = await createContentIn(tx, { ...whole, kind, state: 'published' })
    if (kind === 'structure') await becomeOwn(tx, content.id, people.colleagueId)
    await tx.update(contents).set({ state, submittedAt: now }).where(eq(contents.id, content.id))
    await writeKind(tx, { kind, id: content.id, title: words.title, house: shelf.house })
    await tx.insert(contentFiles).values([
      { contentId: content.id, fileId: shown.visible.id, role: kind === 'resource' ? 'media' : 'image', position: 0 },
      { contentId: content.id, fileId: shown.private.id, role: 'attached', position: 1 },
    ])
    if (waiting !== undefined) await propose(tx, content.id, { kind, access, newCanary, fileId: waiting.id, shelf })
    return content
  })
  const all = waiting === undefined ? shown : { ...shown, waiting }
  return { kind, situation, access, id: made.id, item: itemOf(made), canary, newCanary, files: all }
}

async function becomeOwn(tx: Tx, id: number, memberId: number): Promise<void> {
  await tx.update(contents).set({ structureId: id }).where(eq(contents.id, id))
  await tx.insert(affiliations).values({ personId: memberId, structureId: id, since: now })
}

async function writeKind(tx: Tx, given: { kind: Kind; id: number; title: string; house: number }): Promise<void> {
  const { kind, id: contentId, title, house } = given
  const searchName = fold(title)
  switch (kind) {
    case 'article':
      return void (await tx.insert(articles).values({ contentId, searchName }))
    case 'resource':
      return void (await tx.insert(resources).values({ contentId, searchName, kind: 'report' }))
    case 'structure':
      return void (await tx.insert(structures).values({ contentId, searchName }))
    case 'service':
      return void (await tx.insert(services).values({ contentId, searchName, structureId: house }))
    case 'event': {
      await tx.insert(events).values({ contentId, kind: 'workshop', paying: false, departementCode: '69' })
      const startsAt = now.add(hours(72))
      await tx.insert(eventDates).values({ eventId: contentId, startsAt, overAt: startsAt.add(hours(2)) })
    }
  }
}

type Proposed = { kind: Kind; access: Access; newCanary: string; fileId: number; shelf: Shelf }

async function propose(tx: Tx, contentId: number, { kind, access, newCanary, fileId, shelf }: Proposed): Promise<void> {
  const content = {
    ...{
      title: `Neuf ${newCanary}`,
      summary: newCanary,
      presentation: newCanary,
      presentationFormat: 'plain' as const,
    },
    ...{ access, departements: ['69'], sectors: [], structureId: shelf.house },
    files: [{ fileId, role: kind === 'resource' ? ('media' as const) : ('image' as const) }],
  }
  const own = kind === 'article' ? { subtitle: newCanary } : { kind: 'report', link: '' }
  const authorId = shelf.people.authorId
  await tx
    .insert(contentRevisions)
    .values({ contentId, number: 1, state: 'pending', data: { content, own }, authorId, createdAt: now })
}

/** A file whose name, alternative and every byte say the canary, with all its copies. */
async function makeFile({ site, storage, people }: Shelf, canary: string, isPrivate = false): Promise<MadeFile> {
  const bytes = Buffer.from(canary.repeat(20))
  const put = async () => {
    const storageKey = `files/${newKey()}`
    await storage.put(storageKey, bytes, bytes.length)
    return { storageKey, bytes: bytes.length }
  }
  const rule = isPrivate ? { visibility: 'private' as const, roles: [...FILE_ROLES] } : {}
  const words = { name: `${canary}.jpg`, alternative: `Vue ${canary}`, description: canary }
  const image = { mediaType: 'image/jpeg', kind: 'image', state: 'ready', width: 1600, height: 900 } as const
  const [row] = await site.database
    .insert(files)
    .values({
      ...{ ...image, ...words, ...rule, ...(await put()) },
      ...{ key: newKey(), sha256: newKey(), ownerId: people.authorId, createdAt: now },
    })
    .returning({ id: files.id, key: files.key, name: files.name })
  if (row === undefined) throw new Error('no file')
  const copies = isPrivate ? COPIES.slice(0, 1) : COPIES
  for (const copy of copies) {
    const rendition = { fileId: row.id, ...copy, width: copy.size, height: 10, ...(await put()) }
    await site.database.insert(fileRenditions).values(rendition)
  }
  return row
}
