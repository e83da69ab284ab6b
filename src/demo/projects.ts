import { and, asc, eq, inArray } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import { beginCanvasIn } from '#features/canvas/canvas-actions.ts'
import { canvasNotes } from '#features/canvas/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { addressHash } from '#features/notifications/stranger-actions.ts'
import { projectAdvisers, projectComments, projects } from '#features/projects/tables.ts'
import { recommendations } from '#features/recommendations/tables.ts'
import { communes } from '#features/territory/tables.ts'
import { hours, type Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'

const SHEET = {
  name: 'La Fournée du Pilat',
  idea: 'Ouvrir une boulangerie au levain dans un bourg du Pilat qui n’en a plus depuis trois ans.\n\nJ’ai passé mon CAP l’an dernier et travaillé deux ans chez un boulanger de Saint-Étienne.',
  activity: 'Pains au levain, brioche le week-end, dépôts chez quatre épiciers, et le marché du samedi.',
  needs: 'Un avis sur le statut, de l’aide pour le prévisionnel, et trouver un four d’occasion.',
  calendar: 'Local en mars, travaux au printemps, ouverture à l’été.',
  team: 'Seule au début ; ma sœur m’aide pour les comptes.',
  budget: 'Environ 38 000 € : four 6 000 €, travaux 15 000 €, trésorerie. Apport de 9 000 €.',
  sector: 'commerce',
  stage: 'preparation',
}

type Demo = { pro: { personId: number }; secret: string; now: Instant }

/** The project of creatrice@, its canvas, and what she and pro@ say of it (PRJ-1 to PRJ-4). */
export async function loadDemoProjects(tx: Tx, { pro, secret, now }: Demo): Promise<void> {
  const [owner] = await tx
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(eq(people.email, 'creatrice@demo.test'))
  const [place] = await tx
    .select({ code: communes.code })
    .from(communes)
    .where(and(eq(communes.name, 'Maclas'), eq(communes.departementCode, '42')))
  if (owner === undefined) throw new Error('no creator')
  const began = now.subtract(hours(24 * 9))
  const written = { ownerId: owner.id, communeCode: place?.code ?? null, createdAt: began, updatedAt: began }
  const [project] = await tx
    .insert(projects)
    .values({ ...SHEET, ...written })
    .returning({ id: projects.id })
  if (project === undefined) throw new Error('no project')
  const invited = {
    email: 'pro@demo.test',
    emailKey: 'pro@demo.test',
    personId: pro.personId,
    askedFrom: 'sheet' as const,
  }
  const dates = {
    invitedAt: began.add(hours(1)),
    activeAt: began.add(hours(1)),
    openedAt: began.add(hours(20)),
    seenAt: began.add(hours(24)),
  }
  await tx.insert(projectAdvisers).values({ projectId: project.id, state: 'active', ...invited, ...dates })
  const canvas = await beginCanvasIn(tx, {
    projectId: project.id,
    name: 'Projet 360',
    withExample: true,
    by: owner.id,
    now: began,
  })
  await talk(tx, { projectId: project.id, canvasId: canvas.id, owner: owner.id, pro: pro.personId, began })
  await recommendOne(tx, {
    owner,
    pro: pro.personId,
    hash: addressHash(secret, owner.email),
    at: now.subtract(hours(30)),
  })
}

type Talk = { projectId: number; canvasId: number; owner: number; pro: number; began: Instant }

async function talk(tx: Tx, { projectId, canvasId, owner, pro, began }: Talk): Promise<void> {
  const notes = await tx
    .select({ id: canvasNotes.id, block: canvasNotes.block })
    .from(canvasNotes)
    .where(and(eq(canvasNotes.canvasId, canvasId), inArray(canvasNotes.block, ['resources', 'segments'])))
    .orderBy(asc(canvasNotes.id))
  const noteIn = (block: string) => notes.findLast((note) => note.block === block)?.id ?? null
  const adviser = { projectId, authorId: pro, authorPart: 'adviser' as const }
  const [opening] = await tx
    .insert(projectComments)
    .values({
      ...{ ...adviser, subject: 'Le prévisionnel', createdAt: began.add(hours(21)) },
      body: 'Beau projet. Avant la banque, refaisons ensemble le prévisionnel : les charges du local me semblent basses.',
    })
    .returning({ id: projectComments.id })
  const answered = { projectId, authorId: owner, authorPart: 'creator' as const, threadId: opening?.id ?? null }
  await tx.insert(projectComments).values([
    {
      ...answered,
      body: 'Merci ! Je prends rendez-vous avec le bailleur jeudi et je reviens vers vous.',
      createdAt: began.add(hours(30)),
    },
    {
      ...adviser,
      noteId: noteIn('resources'),
      body: 'Pensez à l’assurance dès la signature du bail.',
      createdAt: began.add(hours(22)),
    },
    {
      ...adviser,
      noteId: noteIn('segments'),
      body: 'Les appels d’offres des cantines sortent en mars.',
      createdAt: began.add(hours(23)),
    },
  ])
}

type One = { owner: { id: number; email: string }; pro: number; hash: string; at: Instant }

async function recommendOne(tx: Tx, { owner, pro, hash, at }: One): Promise<void> {
  const [content] = await tx
    .select({ id: contents.id })
    .from(contents)
    .where(and(eq(contents.kind, 'article'), eq(contents.state, 'published'), eq(contents.access, 'public')))
    .orderBy(asc(contents.id))
    .limit(1)
  if (content === undefined) return
  const word = 'Pour préparer notre rendez-vous.'
  const { id: personId, email } = owner
  const to = { personId, email, emailKey: email, emailHash: hash }
  await tx.insert(recommendations).values({ contentId: content.id, senderId: pro, ...to, word, createdAt: at })
}
