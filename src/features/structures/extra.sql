create extension if not exists pg_trgm;
--> statement-breakpoint
create index structures_name_parts on structures using gin (search_name gin_trgm_ops);
--> statement-breakpoint
create index structures_listing on structures
  ((kinds && '{reseau-creation,financeur,chambre-consulaire,cooperative}'::text[]) desc, search_name, content_id);
