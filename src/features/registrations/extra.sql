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
