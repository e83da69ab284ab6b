import { sql } from 'drizzle-orm'
import { isProfessional } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { favourites } from '#features/favourites/tables.ts'
import { notifications } from '#features/notifications/tables.ts'
import { savedOrientations } from '#features/orientation/tables.ts'
import { freshToAdviser } from '#features/projects/sheet-queries.ts'
import { projectAdvisers, projectComments, projects } from '#features/projects/tables.ts'
import { recommendations } from '#features/recommendations/tables.ts'
import { countToCome } from '#features/registrations/own-queries.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'

export type ShortProject = {
  id: number
  name: string
  owner: string
  /** Of its sheet, and of the last comment when there is one, as ISO. */
  updatedAt: string
  commentedAt: string | null
  /** What others said since an adviser last opened it; null while he never did. Always 0 for one’s own. */
  fresh: number | null
}

export type Shortcuts = {
  /** A professional account that was asked for and not decided yet. */
  awaitsValidation: boolean
  unread: number
  recommendations: number
  favourites: number
  orientations: number
  /** Places that this person has or waits for, to come. */
  registrations: number
  own: ShortProject[]
  /** « Projets qui me sont confiés ». */
  entrusted: ShortProject[]
}

const SHOWN = 4

const listed = sql`coalesce(json_agg(json_build_object('id', short.id, 'name', short.name, 'owner', short.owner,
  'updatedAt', short.updated_at, 'commentedAt', short.commented_at, 'fresh', short.fresh)), '[]')`

const moved = sql`p.updated_at,
  (select max(c.created_at) from ${projectComments} c where c.project_id = p.id) as commented_at`

const lastMoved = sql`order by greatest(updated_at, commented_at) desc limit ${SHOWN}`

/** What « Mon espace » leads to, with how much is there. One statement. */
export async function findShortcuts(reader: Reader, actor: Actor, now: Instant): Promise<Shortcuts> {
  const { id } = actor
  const mayAdvise = isProfessional(actor)
  const { rows } = await reader.execute<Shortcuts>(sql`select
    (select professional_state = 'pending' from people where id = ${id}) as "awaitsValidation",
    (select count(*)::int from ${notifications} where person_id = ${id} and read_at is null) as unread,
    (select count(*)::int from ${recommendations} where person_id = ${id}) as recommendations,
    (select count(*)::int from ${favourites} where person_id = ${id}) as favourites,
    (select count(*)::int from ${savedOrientations} where person_id = ${id}) as orientations,
    ${countToCome(id, now)} as registrations,
    (select ${listed} from (select * from (select p.id, p.name, '' as owner, 0 as fresh, ${moved} from ${projects} p
      where p.owner_id = ${id} and p.state = 'active') every ${lastMoved}) short) as own,
    (select ${listed} from (select * from (select p.id, p.name, o.name as owner, ${moved},
        ${freshToAdviser} as fresh
      from ${projectAdvisers} a join ${projects} p on p.id = a.project_id join people o on o.id = p.owner_id
      where ${mayAdvise}::boolean and p.state = 'active' and a.person_id = ${id} and a.state = 'active') every ${lastMoved}) short) as entrusted`)
  const [row] = rows
  if (row === undefined) throw new Error('no row')
  return row
}
