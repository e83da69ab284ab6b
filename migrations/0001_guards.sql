-- Append-only: a line is never changed, and none goes before its twelve months.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '12 months' then return old; end if;
  raise exception 'audit_log is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_audit_change();
--> statement-breakpoint
create function refuse_audit_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger audit_log_never_emptied before truncate on audit_log
  for each statement execute function refuse_audit_truncate();
--> statement-breakpoint
create function event_dates_follow() returns trigger language plpgsql as $$
declare
  event events%rowtype;
begin
  select * into event from events where content_id = new.event_id;
  if new.online then
    new.commune_code := null;
    new.departement_code := null;
    new.latitude := null;
    new.longitude := null;
  elsif not new.own_place then
    new.commune_code := event.commune_code;
    new.departement_code := event.departement_code;
    new.latitude := event.latitude;
    new.longitude := event.longitude;
  end if;
  new.facets := array_remove(array[
    'kind:' || event.kind,
    case when event.paying then 'price:paying' else 'price:free' end,
    case when event.for_social_economy then 'sector:ess' end,
    case when event.for_innovation then 'sector:innovation' end,
    case when event.project_sizes = '{}' or 'alone' = any(event.project_sizes) then 'size:alone' end,
    case when event.project_sizes = '{}' or 'larger' = any(event.project_sizes) then 'size:larger' end,
    case when new.online then 'mode:online' else 'mode:place' end,
    'departement:' || new.departement_code
  ], null);
  return new;
end $$;
--> statement-breakpoint
create trigger event_dates_follow
  before insert or update of event_id, own_place, online, commune_code, departement_code, latitude, longitude, facets
  on event_dates for each row execute function event_dates_follow();
--> statement-breakpoint
create function events_lead() returns trigger language plpgsql as $$
begin
  update event_dates set facets = '{}' where event_id = new.content_id;
  return null;
end $$;
--> statement-breakpoint
create trigger events_lead
  after update of kind, paying, for_social_economy, for_innovation, project_sizes, commune_code, departement_code,
    latitude, longitude
  on events for each row execute function events_lead();
--> statement-breakpoint
create function registrations_count() returns trigger language plpgsql as $$
declare
  taken_before int := 0;
  taken_after int := 0;
  waiting_before int := 0;
  waiting_after int := 0;
begin
  if tg_op <> 'INSERT' then
    taken_before := (old.state in ('held', 'offered', 'confirmed'))::int;
    waiting_before := (old.state = 'waiting')::int;
  end if;
  if tg_op <> 'DELETE' then
    taken_after := (new.state in ('held', 'offered', 'confirmed'))::int;
    waiting_after := (new.state = 'waiting')::int;
  end if;
  if tg_op = 'UPDATE' and new.list_id <> old.list_id then
    update registration_lists set taken = taken - taken_before, waiting = waiting - waiting_before where id = old.list_id;
    update registration_lists set taken = taken + taken_after, waiting = waiting + waiting_after where id = new.list_id;
  elsif taken_before <> taken_after or waiting_before <> waiting_after then
    update registration_lists
       set taken = taken + taken_after - taken_before, waiting = waiting + waiting_after - waiting_before
     where id = coalesce(new.list_id, old.list_id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger registrations_count after insert or delete or update of state, list_id on registrations
  for each row execute function registrations_count();
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create index search_entries_title_parts on search_entries using gin (title_key gin_trgm_ops);
--> statement-breakpoint
create index search_words_parts on search_words using gin (word gin_trgm_ops);
--> statement-breakpoint
create function search_fold(given text) returns text language sql immutable parallel safe
return btrim(regexp_replace(lower(regexp_replace(normalize(
  replace(replace(replace(replace(given, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), NFD),
  '[\u0300-\u036f]+', '', 'g')), '[^a-z0-9]+', ' ', 'g'));
--> statement-breakpoint
-- Not « parallel safe »: an answer of some milliseconds is not worth starting workers.
create function search_plain(given text, format text) returns text language sql immutable
return case when format = 'html' then replace(replace(replace(replace(replace(replace(
  regexp_replace(left(given, 100000), '<[^>]*>', ' ', 'g'),
  '&nbsp;', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&')
  else left(given, 100000) end;
--> statement-breakpoint
-- Vectors stay in their row as they are: looking into one costs no unpacking.
alter table search_entries set (toast_tuple_target = 8160);
--> statement-breakpoint
create function search_kind_words(kind text) returns text language sql immutable parallel safe
return case kind
  when 'workshop' then 'atelier' when 'talk' then 'conférence' when 'appointment' then 'accueil sur rendez-vous'
  when 'training' then 'formation' when 'information' then 'information collective' when 'drop-in' then 'permanence'
  when 'meeting' then 'réunion' when 'fair' then 'salon forum journée spéciale'
  when 'minutes' then 'compte-rendu de réunion' when 'report' then 'rapport' when 'analysis' then 'analyse'
  when 'factsheet' then 'fiche technique' when 'template' then 'modèle de document' when 'video' then 'vidéo'
  when 'sound' then 'son' when 'form' then 'formulaire' when 'procedure' then 'téléservice'
  when 'simulator' then 'simulateur' else kind end;
--> statement-breakpoint
create function search_codes(codes text[]) returns text language sql immutable parallel safe
return coalesce(array_to_string(codes, ' '), '');
--> statement-breakpoint
create function search_vector(given text, weight "char") returns tsvector language sql immutable parallel safe
return setweight(to_tsvector('pg_catalog.french'::regconfig, search_fold(given)), weight);
--> statement-breakpoint
create function search_cell(latitude float8, longitude float8) returns text language sql immutable parallel safe
return 'cell:' || floor(latitude * 4)::int || ':' || floor(longitude * 4)::int;
--> statement-breakpoint
create function search_refresh(ids bigint[]) returns void language sql as $$
  delete from search_entries e using contents c
   where e.content_id = any(ids) and c.id = e.content_id and c.state <> 'published';
  insert into search_entries (content_id, kind, title_key, title_vector, vector, facets, latitude, longitude, prior, last_at)
  select c.id, c.kind, search_fold(c.title),
    search_vector(concat_ws(' ', c.title, structure.acronym), 'A'),
    search_vector(concat_ws(' ', c.title, structure.acronym), 'A')
      || search_vector(concat_ws(' ', c.summary, article.subtitle, search_kind_words(coalesce(event.kind, resource.kind)),
        search_codes(structure.kinds), search_codes(structure.networks), search_codes(service.kinds),
        search_codes(service.thematiques), search_codes(about.sectors)), 'B')
      || search_vector(concat_ws(' ', search_plain(c.presentation, c.presentation_format), search_codes(structure.audiences),
        search_codes(service.audiences), service.audience_note, service.conditions, service.cost_note), 'C')
      || search_vector(concat_ws(' ', owner.title, owner_sheet.acronym, structure.city, service.city, event.city,
        event.place_name, dates.places, about.departement_names), 'D'),
    array_remove(array['kind:' || c.kind, search_cell(
        coalesce(structure.latitude, service.latitude, place.latitude, event.latitude),
        coalesce(structure.longitude, service.longitude, place.longitude, event.longitude))]
      || case when c.kind = 'event' and dates.departements <> '{}' then dates.departements else about.departements end
      || about.sector_facets || dates.cells, null),
    coalesce(structure.latitude, service.latitude, place.latitude, event.latitude, dates.latitude),
    coalesce(structure.longitude, service.longitude, place.longitude, event.longitude, dates.longitude),
    case c.kind
      when 'structure' then case when structure.kinds && '{reseau-creation,financeur,chambre-consulaire,cooperative}'
        then 1 else 0.55 end
      when 'service' then case when service.stages <> '{}' then 1 else 0.5 end
      when 'event' then 1 when 'article' then 0.9 else 0.85 end,
    dates.last_at
  from contents c
  left join structures structure on structure.content_id = c.id
  left join services service on service.content_id = c.id
  left join articles article on article.content_id = c.id
  left join resources resource on resource.content_id = c.id
  left join events event on event.content_id = c.id
  left join contents owner on owner.id = coalesce(service.structure_id, c.structure_id)
    and owner.state = 'published' and owner.access = 'public'
  left join structures owner_sheet on owner_sheet.content_id = owner.id
  left join structures place on place.content_id = owner.id and c.kind = 'service'
  cross join lateral (
    select coalesce(array_agg('departement:' || d.departement), '{departement:*}') as departements,
      string_agg(named.name, ' ') as departement_names,
      (select array_agg('sector:' || s.sector) from content_sectors s where s.content_id = c.id) as sector_facets,
      (select array_agg(s.sector) from content_sectors s where s.content_id = c.id) as sectors
    from content_departements d left join departements named on named.code = d.departement
    where d.content_id = c.id
  ) about
  cross join lateral (
    select coalesce(array_agg(distinct 'departement:' || one.departement_code)
        filter (where one.departement_code is not null), '{}') as departements,
      coalesce(array_agg(distinct search_cell(one.latitude, one.longitude)) filter (where one.latitude is not null), '{}')
        as cells,
      string_agg(distinct concat_ws(' ', one.place_name, one.city), ' ') as places,
      max(one.over_at) as last_at,
      (array_agg(one.latitude order by one.over_at desc) filter (where one.latitude is not null))[1] as latitude,
      (array_agg(one.longitude order by one.over_at desc) filter (where one.longitude is not null))[1] as longitude
    from event_dates one where one.event_id = c.id and one.cancelled_at is null
  ) dates
  where c.id = any(ids) and c.state = 'published' and c.kind <> 'page'
  order by c.id
  on conflict (content_id) do update set kind = excluded.kind, title_key = excluded.title_key,
    title_vector = excluded.title_vector, vector = excluded.vector, facets = excluded.facets,
    latitude = excluded.latitude, longitude = excluded.longitude, prior = excluded.prior, last_at = excluded.last_at
  where (search_entries.title_key, search_entries.title_vector, search_entries.vector, search_entries.facets,
      search_entries.latitude, search_entries.longitude, search_entries.prior, search_entries.last_at)
    is distinct from (excluded.title_key, excluded.title_vector, excluded.vector, excluded.facets, excluded.latitude,
      excluded.longitude, excluded.prior, excluded.last_at);
$$;
--> statement-breakpoint
create function search_follow() returns trigger language plpgsql as $$
begin
  perform search_refresh(array(select distinct content_id from changed));
  return null;
end $$;
--> statement-breakpoint
create function search_follow_known() returns trigger language plpgsql as $$
begin
  -- A content that is being born is written once, when its kind's own row comes.
  perform search_refresh(array(
    select distinct content_id from changed join search_entries using (content_id)));
  return null;
end $$;
--> statement-breakpoint
create function search_follow_dates() returns trigger language plpgsql as $$
begin
  perform search_refresh(array(select distinct event_id from changed));
  return null;
end $$;
--> statement-breakpoint
create function search_follow_contents() returns trigger language plpgsql as $$
begin
  perform search_refresh(array(
    select changed.id from changed join former on former.id = changed.id
     where (changed.title, changed.summary, changed.presentation, changed.presentation_format, changed.state,
         changed.structure_id)
       is distinct from (former.title, former.summary, former.presentation, former.presentation_format, former.state,
         former.structure_id)
    union
    -- What a structure publishes bears its name, as long as anybody may know of it.
    select owned.id from changed join former on former.id = changed.id join contents owned on owned.structure_id = changed.id
     where changed.kind = 'structure'
       and (changed.title, changed.state, changed.access) is distinct from (former.title, former.state, former.access)));
  return null;
end $$;
--> statement-breakpoint
create trigger search_follow after update on contents
  referencing old table as former new table as changed for each statement execute function search_follow_contents();
--> statement-breakpoint
create trigger search_follow_insert after insert on structures
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_update after update on structures
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_insert after insert on services
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_update after update on services
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_insert after insert on articles
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_update after update on articles
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_insert after insert on resources
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_update after update on resources
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_insert after insert on events
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_update after update on events
  referencing new table as changed for each statement execute function search_follow();
--> statement-breakpoint
create trigger search_follow_insert after insert on content_departements
  referencing new table as changed for each statement execute function search_follow_known();
--> statement-breakpoint
create trigger search_follow_update after update on content_departements
  referencing new table as changed for each statement execute function search_follow_known();
--> statement-breakpoint
create trigger search_follow_delete after delete on content_departements
  referencing old table as changed for each statement execute function search_follow_known();
--> statement-breakpoint
create trigger search_follow_insert after insert on content_sectors
  referencing new table as changed for each statement execute function search_follow_known();
--> statement-breakpoint
create trigger search_follow_update after update on content_sectors
  referencing new table as changed for each statement execute function search_follow_known();
--> statement-breakpoint
create trigger search_follow_delete after delete on content_sectors
  referencing old table as changed for each statement execute function search_follow_known();
--> statement-breakpoint
create trigger search_follow_insert after insert on event_dates
  referencing new table as changed for each statement execute function search_follow_dates();
--> statement-breakpoint
create trigger search_follow_update after update on event_dates
  referencing new table as changed for each statement execute function search_follow_dates();
--> statement-breakpoint
create trigger search_follow_delete after delete on event_dates
  referencing old table as changed for each statement execute function search_follow_dates();
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create index services_name_parts on services using gin (search_name gin_trgm_ops);
--> statement-breakpoint
create index services_listing on services ((stages <> '{}') desc, search_name, content_id);
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create index structures_name_parts on structures using gin (search_name gin_trgm_ops);
--> statement-breakpoint
create index structures_listing on structures
  ((kinds && '{reseau-creation,financeur,chambre-consulaire,cooperative}'::text[]) desc, search_name, content_id);
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create index communes_search_text on communes using gin (search_text gin_trgm_ops);