import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { affiliations, people, personDepartements } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { fold, likeText } from '#kernel/fold'
import type { Reader } from '#platform/database/database.ts'
import { type DirectoryChoices, USUAL_CHOICES } from './choices.ts'
import { type DirectoryFilters, PAGE_SIZE } from './filters.ts'
import { directoryChoices } from './tables.ts'

type Structure = { id: number; slug: string; title: string }

/** The first structure of the person that anybody may read, as it is called now. */
const structure = sql<Structure | null>`(
  select json_build_object('id', ${contents.id}, 'slug', ${contents.slug}, 'title', ${contents.title})
  from ${affiliations} join ${contents} on ${eq(contents.id, affiliations.structureId)}
  where ${eq(affiliations.personId, people.id)} and ${contents.state} = 'published' and ${contents.access} = 'public'
  order by ${affiliations.since}, ${contents.id} limit 1)`

/** Where the person works, or whose territory it is. */
const departements = sql<string[]>`array(
  select ${personDepartements.departement} from ${personDepartements} where ${eq(personDepartements.personId, people.id)}
  union select ${people.departement} where ${people.departement} is not null order by 1)`

/** Every word of `typed` is somewhere in the text; both without accents. */
function has(text: SQL, typed: string): SQL | undefined {
  const words = fold(typed).split(' ').filter(Boolean).slice(0, 8)
  const each = words.map((word) => sql`search_fold(${text}) like ${`%${likeText(word)}%`}`)
  return and(...each)
}

/** Professionals whose account is active, who did not ask to be left out. */
const listed = sql`${people.role} in ('professional', 'reader', 'animator') and ${people.state} = 'active'
  and coalesce(${directoryChoices.listed}, true)`

function conditions({ name, structure: asked, job, departement }: DirectoryFilters, but?: 'departement'): SQL {
  const anyStructure = sql`concat_ws(' ', ${structure}->>'title', ${people.structureName})`
  return and(
    listed,
    has(sql`${people.name}`, name),
    has(anyStructure, asked),
    has(sql`coalesce(${people.job}, '')`, job),
    departement === '' || but === 'departement' ? undefined : sql`${departement} = any(${departements})`,
  ) as SQL
}

/** One page of the directory, by name. What somebody does not show is not even read. One statement. */
export function listProfessionals(reader: Reader, filters: DirectoryFilters) {
  return reader
    .select({
      ...{ id: people.id, name: people.name, role: people.role, job: people.job, structureName: people.structureName },
      ...{ structure, departements },
      phone: sql<string | null>`case when ${directoryChoices.showsPhone} then ${people.phone} end`,
      email: sql<string | null>`case when ${directoryChoices.showsEmail} then ${people.email} end`,
    })
    .from(people)
    .leftJoin(directoryChoices, eq(directoryChoices.personId, people.id))
    .where(conditions(filters))
    .orderBy(asc(sql`search_fold(${people.name})`), asc(people.id))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
}

export type Professional = Awaited<ReturnType<typeof listProfessionals>>[number]

/** How many people there are, and how many in each département. One statement. */
export async function directoryCounts(
  reader: Reader,
  filters: DirectoryFilters,
): Promise<{ total: number; departements: { code: string; count: number }[] }> {
  const from = sql`from ${people} left join ${directoryChoices} on ${eq(directoryChoices.personId, people.id)}`
  const { rows } = await reader.execute<{ code: string; count: string }>(sql`
    select '' as code, count(*) as count ${from} where ${conditions(filters)}
    union all
    select code, count(*) ${from} cross join unnest(${departements}) as code
      where ${conditions(filters, 'departement')} group by code`)
  const counts = rows.map(({ code, count }) => ({ code, count: Number(count) }))
  return {
    total: counts.find(({ code }) => code === '')?.count ?? 0,
    departements: counts.filter(({ code }) => code !== ''),
  }
}

/** What this person chose to show, or what is shown before. */
export async function findChoices(reader: Reader, personId: number): Promise<DirectoryChoices> {
  const { listed: isListed, showsPhone, showsEmail } = directoryChoices
  const [row] = await reader
    .select({ listed: isListed, showsPhone, showsEmail })
    .from(directoryChoices)
    .where(eq(directoryChoices.personId, personId))
  return row ?? USUAL_CHOICES
}
