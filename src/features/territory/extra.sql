create extension if not exists pg_trgm;
--> statement-breakpoint
create index communes_search_text on communes using gin (search_text gin_trgm_ops);
