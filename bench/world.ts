import pg from 'pg'
import { hashOf } from '#platform/keys.ts'

export type WorldSize = {
  structures: number
  services: number
  /** Dates of events, four an event, over the thirteen months around now. */
  dates: number
  registrations: number
  members: number
}

/** Numbers of what a measure asks for. Members have the sessions `membre-1`, `membre-2`…; the organiser `organisatrice`. */
export type World = { firstStructure: number; firstEvent: number; organiser: number }

export const memberSession = (number: number): string => `membre-${number}`
export const ORGANISER_SESSION = 'organisatrice'

/**
 * Fills an empty, migrated database in bulk: triggers and foreign keys are off for this connection, so what they would
 * have written is written here.
 */
export async function fillWorld(url: string, size: WorldSize): Promise<World> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const firstEvent = size.structures + size.services + 1
  const organiser = size.members + 1
  try {
    await client.query('begin; set local session_replication_role = replica; set local synchronous_commit = off')
    await client.query(peopleOf(size.members))
    const keys = [...Array.from({ length: size.members }, (_, index) => memberSession(index + 1)), ORGANISER_SESSION]
    await client.query(SESSIONS, [keys.map(hashOf)])
    for (const statement of [sheetsOf(size), eventsOf(size, firstEvent), datesOf(firstEvent, size.dates)]) {
      await client.query(statement)
    }
    await client.query(`insert into content_authors (content_id, person_id, since)
      select id, ${organiser}, now() from contents where kind = 'event' and id < ${firstEvent + 100}`)
    await client.query(registrationsOf(size))
    for (const table of ['people', 'contents', 'event_dates', 'registration_lists']) {
      await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`)
    }
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
  return { firstStructure: 1, firstEvent, organiser }
}

const peopleOf = (members: number) => `
  insert into people (id, email, email_key, name, role, state, professional_state, created_at, confirmed_at)
  overriding system value
  select n, 'membre' || n || '@exemple.test', 'membre' || n || '@exemple.test', 'Camille Durand ' || n,
    case when n > ${members} then 'professional' else 'creator' end, 'active',
    case when n > ${members} then 'validated' else 'none' end, now(), now()
  from generate_series(1, ${members + 1}) n`

const SESSIONS = `
  insert into sessions (key_hash, person_id, agent, created_at, seen_at)
  select hash, n, 'bench', now(), now() from unnest($1::text[]) with ordinality as given(hash, n)`

const DEPARTEMENTS = `(array['01','03','07','15','26','38','42','43','63','69','73','74'])`
const CITIES = `(array['Bourg-en-Bresse','Moulins','Privas','Aurillac','Valence','Grenoble','Saint-Étienne',
  'Le Puy-en-Velay','Clermont-Ferrand','Lyon','Chambéry','Annecy'])`
const TOPICS = `(array['Construire son prévisionnel','Choisir son statut','Trouver ses premiers clients',
  'Financer son projet','Reprendre une entreprise','Protéger sa marque','Atelier de l’économie sociale'])`

const FOLDED = `translate(lower(title), 'éèê’', 'eee ')`

/** Structures, then services, each of one structure: half of them about creating, as in the real sources. */
const sheetsOf = ({ structures, services }: WorldSize) => `
  with born as (
    insert into contents (id, kind, state, title, slug, summary, presentation, structure_id, created_at, updated_at, published_at)
    overriding system value
    select n, case when n <= ${structures} then 'structure' else 'service' end, 'published',
      ${TOPICS}[1 + n % 7] || ' ' || n, 'fiche', 'Un accompagnement près de chez vous, du premier rendez-vous à la création.',
      repeat('Nous recevons sur rendez-vous les personnes qui préparent leur projet. ', 6),
      case when n > ${structures} then 1 + n % ${structures} end, now(), now(), now()
    from generate_series(1, ${structures + services}) n
    returning id, title, kind
  ), located as (
    insert into content_departements select id, ${DEPARTEMENTS}[1 + id % 12] from born where id % 5 > 0
  ), sheets as (
    insert into structures (content_id, kinds, networks, city, departement_code, latitude, longitude, search_name)
    select id, case id % 50 when 0 then '{reseau-creation}' when 1 then '{financeur}' else '{association}' end::text[],
      case id % 3 when 0 then '{bge}' else '{}' end::text[], ${CITIES}[1 + id % 12], ${DEPARTEMENTS}[1 + id % 12],
      44.5 + id % 100 * 0.02, 3 + id % 90 * 0.04, ${FOLDED}
    from born where kind = 'structure'
  )
  insert into services (content_id, structure_id, kinds, thematiques, stages, cost, search_name)
  select id, 1 + id % ${structures}, case id % 2 when 0 then '{accompagnement}' else '{atelier}' end::text[],
    '{creation-activite}', case id % 2 when 0 then '{idea}' else '{}' end::text[], null, ${FOLDED}
  from born where kind = 'service'`

const eventsOf = ({ dates, structures }: WorldSize, first: number) => `
  with born as (
    insert into contents (id, kind, state, access, title, slug, summary, presentation, structure_id, created_at, updated_at, published_at)
    overriding system value
    select n, 'event', 'published', case n % 20 when 0 then 'pro' else 'public' end, ${TOPICS}[1 + n % 7] || ' (' || n || ')',
      'atelier', 'Deux heures avec un conseiller, pour repartir avec un plan chiffré.',
      repeat('On vient avec son idée, on repart avec les étapes, les aides et les bons contacts. ', 8),
      1 + n % ${structures}, now(), now(), now()
    from generate_series(${first}, ${first + dates / 4 - 1}) n
    returning id
  )
  insert into events (content_id, kind, paying, for_social_economy, for_innovation, place_name, street, postal_code, city, departement_code)
  select id, (array['workshop','talk','appointment','training','information'])[1 + id % 5], id % 4 = 0, id % 6 = 0, id % 9 = 0,
    'Maison de l’entreprise', '20 rue des Tanneurs', ${DEPARTEMENTS}[1 + id % 12] || '000', ${CITIES}[1 + id % 12],
    ${DEPARTEMENTS}[1 + id % 12]
  from born`

/** One date in thirteen is over, one in fifty cancelled; each has a direct list of 60 places, one in three a second list. */
const datesOf = (firstEvent: number, dates: number) => `
  with born as (
    insert into event_dates (id, event_id, starts_at, ends_at, over_at, cancelled_at, departement_code, latitude, longitude, facets)
    overriding system value
    select n, ${firstEvent} + n % ${dates / 4}, at, at + interval '2 hours', at + interval '2 hours',
      case when n % 50 = 0 then now() end, departement_code, 44.5 + content_id % 100 * 0.02, 3 + content_id % 90 * 0.04,
      array_remove(array['kind:' || kind, case when paying then 'price:paying' else 'price:free' end,
        case when for_social_economy then 'sector:ess' end, case when for_innovation then 'sector:innovation' end,
        'size:alone', 'size:larger', 'mode:place', 'departement:' || departement_code], null)
    from generate_series(1, ${dates}) n join events on content_id = ${firstEvent} + n % ${dates / 4},
      lateral (select date_trunc('hour', now()) + n::bigint * 7919 % 9360 * interval '1 hour' - interval '30 days' as at) spread
    returning id, starts_at, cancelled_at
  )
  insert into registration_lists (date_id, kind, places, closes_at, cancelled)
  select id, kind, 60, starts_at, cancelled_at is not null
  from born, unnest(array['direct', 'prescription']) kind where kind = 'direct' or id % 3 = 0`

/**
 * Spread over the direct lists: most have a seat, one in twenty waits, one in twenty gave it back; one in five has an account.
 * As many as a tenth are on the lists of professionals, each of whom enrolled a hundred people.
 */
const registrationsOf = ({ registrations, dates, members }: WorldSize) => `
  with direct as (select id, row_number() over (order by id) - 1 as place from registration_lists where kind = 'direct'),
  prescribed as (
    select id, row_number() over (order by id) - 1 as place, count(*) over () as lists
    from registration_lists where kind = 'prescription'
  ),
  born as (
    insert into registrations (key, receipt, list_id, name, email, email_key, person_id, prescriber_id, state, verified_at,
      created_at)
    select 'k' || n, 'r' || n, list_id, 'Camille Durand ' || n, 'inscrit' || n || '@exemple.test',
      'inscrit' || n || '@exemple.test', person_id, prescriber_id, state, now(), now()
    from (
      select n, direct.id as list_id, case when n % 5 = 0 then 1 + n / 5 % ${members} end as person_id,
        null::bigint as prescriber_id, case n % 20 when 0 then 'waiting' when 1 then 'cancelled' else 'confirmed' end as state
      from generate_series(1, ${registrations}) n join direct on direct.place = n % ${dates}
      union all
      select n, prescribed.id, null, 1 + n % greatest(1, ${registrations} / 1000), 'confirmed'
      from generate_series(${registrations + 1}, ${registrations} + ${registrations} / 10) n
      join prescribed on prescribed.place = n % prescribed.lists
    ) given
    returning list_id, state
  )
  update registration_lists set taken = counted.taken, waiting = counted.waiting
  from (
    select list_id, count(*) filter (where state = 'confirmed')::int as taken,
      count(*) filter (where state = 'waiting')::int as waiting
    from born group by list_id
  ) counted where id = counted.list_id`
