import { sql } from 'drizzle-orm'
import { isProfessional } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { favourites } from '#features/favourites/tables.ts'
import { notifications } from '#features/notifications/tables.ts'
import { savedOrientations } from '#features/orientation/tables.ts'
import { projectAdvisers, projects } from '#features/projects/tables.ts'
import { recommendations } from '#features/recommendations/tables.ts'
import { countToCome } from '#features/registrations/own-queries.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'

export type ShortProject = { id: number; name: string; owner: string }

export type Shortcuts = {
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

const listed = sql`coalesce(json_agg(json_build_object('id', short.id, 'name', short.name, 'owner', short.owner)), '[]')`

/** What « Mon espace » leads to, with how much is there. One statement. */
export async function findShortcuts(reader: Reader, actor: Actor, now: Instant): Promise<Shortcuts> {
  const { id } = actor
  const mayAdvise = isProfessional(actor)
  const { rows } = await reader.execute<Shortcuts>(sql`select
    (select count(*)::int from ${notifications} where person_id = ${id} and read_at is null) as unread,
    (select count(*)::int from ${recommendations} where person_id = ${id}) as recommendations,
    (select count(*)::int from ${favourites} where person_id = ${id}) as favourites,
    (select count(*)::int from ${savedOrientations} where person_id = ${id}) as orientations,
    ${countToCome(id, now)} as registrations,
    (select ${listed} from (select p.id, p.name, '' as owner from ${projects} p
      where p.owner_id = ${id} and p.state = 'active' order by p.updated_at desc limit ${SHOWN}) short) as own,
    (select ${listed} from (select p.id, p.name, o.name as owner from ${projects} p join people o on o.id = p.owner_id
      where ${mayAdvise}::boolean and p.state = 'active' and exists (select 1 from ${projectAdvisers} a
        where a.project_id = p.id and a.person_id = ${id} and a.state = 'active')
      order by p.updated_at desc limit ${SHOWN}) short) as entrusted`)
  const [row] = rows
  if (row === undefined) throw new Error('no row')
  return row
}
