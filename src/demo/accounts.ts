import { eq, or } from 'drizzle-orm'
import { affiliations, credentials, people, personDepartements } from '#features/accounts/tables.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { hashPassword } from '#platform/passwords.ts'

const DEMO_PASSWORD = 'je-cree-2026'

/** The structures that the two professionals keep. */
export type DemoStructures = Record<'pro' | 'pro2', { id: number; name: string }>

type DemoPerson = Pick<typeof people.$inferInsert, 'name' | 'role' | 'job' | 'wantsToPublish' | 'professionalState'>

const CREATORS: Record<string, DemoPerson> = {
  admin: { name: 'Agnès Laurent', role: 'administrator' },
  animatrice: { name: 'Amina Benali', role: 'animator', job: 'Animatrice territoriale' },
  creatrice: { name: 'Clara Nguyen', role: 'creator' },
  createur: { name: 'Karim Faure', role: 'creator' },
}

const validated = { professionalState: 'validated', wantsToPublish: true } as const

const PROFESSIONALS: Record<string, DemoPerson> = {
  pro: { name: 'Camille Dupré', role: 'professional', job: 'Conseillère création', ...validated },
  pro2: { name: 'Marc Perrin', role: 'professional', job: 'Chargé d’accompagnement', ...validated },
  lecteur: { name: 'Louis Girard', role: 'reader', job: 'Chargé de mission', ...validated, wantsToPublish: false },
  attente: { name: 'Inès Moreau', job: 'Conseillère emploi', professionalState: 'pending', wantsToPublish: true },
}

/** The eight accounts of the demo, with one password hashed once; says who keeps which structure. */
export async function loadDemoAccounts(tx: Tx, structures: DemoStructures, now: Instant) {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const ids = new Map<string, number>()
  for (const [login, person] of Object.entries({ ...CREATORS, ...PROFESSIONALS })) {
    const email = `${login}@demo.test`
    const work = login in PROFESSIONALS ? workOf(login, structures) : {}
    const account = { state: 'active' as const, createdAt: now, confirmedAt: now }
    const values = { ...person, ...work, ...account, email, emailKey: email }
    const [row] = await tx.insert(people).values(values).returning({ id: people.id })
    if (row === undefined) throw new Error(`no account for ${login}`)
    ids.set(login, row.id)
    await tx.insert(credentials).values({ personId: row.id, passwordHash, changedAt: now })
  }
  const idOf = (login: string) => ids.get(login) ?? 0
  const territory = ['69', '42'].map((departement) => ({ personId: idOf('animatrice'), departement }))
  await tx.insert(personDepartements).values(territory)
  return {
    pro: await keeps(tx, { personId: idOf('pro'), structureId: structures.pro.id, now }),
    pro2: await keeps(tx, { personId: idOf('pro2'), structureId: structures.pro2.id, now }),
  }
}

function workOf(login: string, structures: DemoStructures) {
  const contact = { phone: '04 00 00 00 00', departement: '69' }
  if (login !== 'pro' && login !== 'pro2') return { ...contact, structureName: 'Maison de l’emploi (exemple)' }
  return { ...contact, structureId: structures[login].id, structureName: structures[login].name }
}

/** Makes a professional a member of a structure, author of its sheet and of those of its services. */
async function keeps(tx: Tx, { personId, structureId, now }: { personId: number; structureId: number; now: Instant }) {
  await tx.insert(affiliations).values({ personId, structureId, since: now })
  const sheets = await tx
    .select({ contentId: contents.id })
    .from(contents)
    .where(or(eq(contents.id, structureId), eq(contents.structureId, structureId)))
  if (sheets.length > 0) {
    await tx.insert(contentAuthors).values(sheets.map(({ contentId }) => ({ contentId, personId, since: now })))
  }
  return { personId, structureId }
}
