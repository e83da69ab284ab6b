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
