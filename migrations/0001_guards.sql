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
create function registrations_count() returns trigger language plpgsql as $$
declare
  taken_before int := 0;
  taken_after int := 0;
  waiting_before int := 0;
  waiting_after int := 0;
begin
  if tg_op <> 'INSERT' then
    taken_before := (old.state in ('held', 'confirmed'))::int;
    waiting_before := (old.state = 'waiting')::int;
  end if;
  if tg_op <> 'DELETE' then
    taken_after := (new.state in ('held', 'confirmed'))::int;
    waiting_after := (new.state = 'waiting')::int;
  end if;
  if taken_before <> taken_after or waiting_before <> waiting_after then
    update registration_lists
       set taken = taken + taken_after - taken_before, waiting = waiting + waiting_after - waiting_before
     where id = coalesce(new.list_id, old.list_id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger registrations_count after insert or delete or update of state on registrations
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