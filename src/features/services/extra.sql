create extension if not exists pg_trgm;
--> statement-breakpoint
create index services_name_parts on services using gin (search_name gin_trgm_ops);
--> statement-breakpoint
create index services_listing on services ((stages <> '{}') desc, search_name, content_id);
