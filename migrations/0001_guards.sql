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