create extension if not exists pg_trgm;
--> statement-breakpoint
create index structures_name_parts on structures using gin (search_name gin_trgm_ops);
