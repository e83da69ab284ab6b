CREATE TABLE "account_tokens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "account_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"purpose" text NOT NULL,
	"person_id" bigint,
	"email_version" integer NOT NULL,
	"seed" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"used_at" timestamptz,
	CONSTRAINT "account_tokens_key_hash" UNIQUE("key_hash"),
	CONSTRAINT "account_tokens_purpose" CHECK ("account_tokens"."purpose" in ('confirm', 'link', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "affiliations" (
	"person_id" bigint NOT NULL,
	"structure_id" bigint NOT NULL,
	"since" timestamptz NOT NULL,
	CONSTRAINT "affiliations_person_id_structure_id_pk" PRIMARY KEY("person_id","structure_id")
);
--> statement-breakpoint
CREATE TABLE "contact_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contact_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"subject" text NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"email_version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"role" text DEFAULT 'creator' NOT NULL,
	"state" text NOT NULL,
	"professional_state" text DEFAULT 'none' NOT NULL,
	"refusal_reason" text,
	"judged_by" bigint,
	"judged_at" timestamptz,
	"phone" text,
	"job" text,
	"departement" text,
	"wants_to_publish" boolean DEFAULT false NOT NULL,
	"structure_id" bigint,
	"structure_name" text,
	"created_at" timestamptz NOT NULL,
	"confirmed_at" timestamptz,
	"last_sign_in_at" timestamptz,
	CONSTRAINT "people_role" CHECK ("people"."role" in ('creator', 'professional', 'reader', 'animator', 'administrator')),
	CONSTRAINT "people_state" CHECK ("people"."state" in ('unconfirmed', 'active', 'suspended')),
	CONSTRAINT "people_professional_state" CHECK ("people"."professional_state" in ('none', 'pending', 'validated', 'refused')),
	CONSTRAINT "people_confirmed" CHECK (("people"."state" = 'unconfirmed') = ("people"."confirmed_at" is null)),
	CONSTRAINT "people_validated" CHECK ("people"."role" not in ('professional', 'reader') or "people"."professional_state" = 'validated'),
	CONSTRAINT "people_refused" CHECK ("people"."professional_state" <> 'refused' or "people"."refusal_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "person_departements" (
	"person_id" bigint NOT NULL,
	"departement" text NOT NULL,
	CONSTRAINT "person_departements_person_id_departement_pk" PRIMARY KEY("person_id","departement")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key_hash" text NOT NULL,
	"person_id" bigint NOT NULL,
	"agent" text DEFAULT '' NOT NULL,
	"created_at" timestamptz NOT NULL,
	"seen_at" timestamptz NOT NULL,
	CONSTRAINT "sessions_key_hash" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"content_id" bigint PRIMARY KEY NOT NULL,
	"subtitle" text DEFAULT '' NOT NULL,
	"source" text,
	"source_id" text,
	"source_date" date,
	"source_url" text,
	"licence" text,
	"source_hash" text,
	"edited_fields" text[] DEFAULT '{}' NOT NULL,
	"edited_by_members_at" timestamptz,
	"verified_at" timestamptz,
	"demo" boolean DEFAULT false NOT NULL,
	"search_name" text NOT NULL,
	CONSTRAINT "articles_source" UNIQUE("source","source_id"),
	CONSTRAINT "articles_whole_source" CHECK (("articles"."source" is null) = ("articles"."source_id" is null))
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamptz NOT NULL,
	"actor_id" bigint,
	"verb" text NOT NULL,
	"object" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "canvas_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "canvas_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"canvas_id" bigint NOT NULL,
	"block" text NOT NULL,
	"position" text NOT NULL,
	"body" text NOT NULL,
	"colour" text NOT NULL,
	"rev" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	"deleted_at" timestamptz,
	CONSTRAINT "canvas_notes_block" CHECK ("canvas_notes"."block" in ('partners', 'activities', 'resources', 'value', 'relations', 'channels', 'segments', 'costs', 'revenues')),
	CONSTRAINT "canvas_notes_colour" CHECK ("canvas_notes"."colour" in ('sun', 'lake', 'fir', 'rose'))
);
--> statement-breakpoint
CREATE TABLE "canvas_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "canvas_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"canvas_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"reason" text NOT NULL,
	"made_by" bigint,
	"made_at" timestamptz NOT NULL,
	"notes" jsonb NOT NULL,
	CONSTRAINT "canvas_versions_number" UNIQUE("canvas_id","number"),
	CONSTRAINT "canvas_versions_reason" CHECK ("canvas_versions"."reason" in ('kept', 'before-restore', 'pause'))
);
--> statement-breakpoint
CREATE TABLE "canvases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "canvases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"project_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "canvases_number" UNIQUE("project_id","number")
);
--> statement-breakpoint
CREATE TABLE "author_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "author_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"content_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"created_at" timestamptz NOT NULL,
	"judged_by" bigint,
	"judged_at" timestamptz,
	CONSTRAINT "author_requests_state" CHECK ("author_requests"."state" in ('pending', 'accepted', 'refused')),
	CONSTRAINT "author_requests_refused" CHECK ("author_requests"."state" <> 'refused' or "author_requests"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "content_invitations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "content_invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"content_id" bigint NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"invited_by" bigint NOT NULL,
	"seed" text NOT NULL,
	"key_hash" text NOT NULL,
	"state" text NOT NULL,
	"accepted_by" bigint,
	"created_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	CONSTRAINT "content_invitations_key_hash" UNIQUE("key_hash"),
	CONSTRAINT "content_invitations_state" CHECK ("content_invitations"."state" in ('sent', 'accepted', 'joined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "content_judgements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "content_judgements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"content_id" bigint NOT NULL,
	"revision_id" bigint,
	"verb" text NOT NULL,
	"reason" text,
	"person_id" bigint,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "content_revisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "content_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"content_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"data" jsonb NOT NULL,
	"author_id" bigint,
	"created_at" timestamptz NOT NULL,
	"reason" text,
	CONSTRAINT "content_revisions_number" UNIQUE("content_id","number"),
	CONSTRAINT "content_revisions_refused" CHECK ("content_revisions"."state" <> 'refused' or "content_revisions"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "content_authors" (
	"content_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"since" timestamptz NOT NULL,
	CONSTRAINT "content_authors_content_id_person_id_pk" PRIMARY KEY("content_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "content_departements" (
	"content_id" bigint NOT NULL,
	"departement" text NOT NULL,
	CONSTRAINT "content_departements_content_id_departement_pk" PRIMARY KEY("content_id","departement")
);
--> statement-breakpoint
CREATE TABLE "content_files" (
	"content_id" bigint NOT NULL,
	"file_id" bigint NOT NULL,
	"role" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "content_files_content_id_file_id_pk" PRIMARY KEY("content_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "content_sectors" (
	"content_id" bigint NOT NULL,
	"sector" text NOT NULL,
	CONSTRAINT "content_sectors_content_id_sector_pk" PRIMARY KEY("content_id","sector")
);
--> statement-breakpoint
CREATE TABLE "contents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"access" text DEFAULT 'public' NOT NULL,
	"readers" text[],
	"title" text NOT NULL,
	"slug" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"presentation" text DEFAULT '' NOT NULL,
	"presentation_format" text DEFAULT 'plain' NOT NULL,
	"structure_id" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	"published_at" timestamptz,
	"submitted_at" timestamptz,
	"reason" text,
	CONSTRAINT "contents_readers" CHECK ("contents"."readers" is null or "contents"."access" = 'pro'),
	CONSTRAINT "contents_submitted" CHECK ("contents"."state" <> 'submitted' or "contents"."submitted_at" is not null),
	CONSTRAINT "contents_published" CHECK ("contents"."state" <> 'published' or "contents"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "directory_choices" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"listed" boolean NOT NULL,
	"shows_phone" boolean NOT NULL,
	"shows_email" boolean NOT NULL,
	"changed_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form_drafts" (
	"person_id" bigint NOT NULL,
	"form" text NOT NULL,
	"page" text NOT NULL,
	"fields" text NOT NULL,
	"started_at" timestamptz NOT NULL,
	"saved_at" timestamptz NOT NULL,
	CONSTRAINT "form_drafts_person_id_form_page_pk" PRIMARY KEY("person_id","form","page")
);
--> statement-breakpoint
CREATE TABLE "event_dates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_dates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"starts_at" timestamptz NOT NULL,
	"ends_at" timestamptz,
	"over_at" timestamptz NOT NULL,
	"cancelled_at" timestamptz,
	"sequence" integer DEFAULT 0 NOT NULL,
	"own_place" boolean DEFAULT false NOT NULL,
	"online" boolean DEFAULT false NOT NULL,
	"online_url" text DEFAULT '' NOT NULL,
	"place_name" text DEFAULT '' NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"commune_code" text,
	"departement_code" text,
	"latitude" double precision,
	"longitude" double precision,
	"facets" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "event_dates_order" CHECK ("event_dates"."ends_at" is null or "event_dates"."ends_at" > "event_dates"."starts_at"),
	CONSTRAINT "event_dates_place" CHECK (("event_dates"."latitude" is null) = ("event_dates"."longitude" is null)),
	CONSTRAINT "event_dates_one_place" CHECK (not ("event_dates"."own_place" and "event_dates"."online")),
	CONSTRAINT "event_dates_online_url" CHECK ("event_dates"."online" or "event_dates"."online_url" = '')
);
--> statement-breakpoint
CREATE TABLE "events" (
	"content_id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"paying" boolean NOT NULL,
	"price_note" text DEFAULT '' NOT NULL,
	"project_sizes" text[] DEFAULT '{}' NOT NULL,
	"for_social_economy" boolean DEFAULT false NOT NULL,
	"for_innovation" boolean DEFAULT false NOT NULL,
	"place_name" text DEFAULT '' NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"commune_code" text,
	"departement_code" text,
	"latitude" double precision,
	"longitude" double precision,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"facebook" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	CONSTRAINT "events_place" CHECK (("events"."latitude" is null) = ("events"."longitude" is null))
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"person_id" bigint NOT NULL,
	"content_id" bigint NOT NULL,
	"since" timestamptz NOT NULL,
	CONSTRAINT "favourites_person_id_content_id_pk" PRIMARY KEY("person_id","content_id")
);
--> statement-breakpoint
CREATE TABLE "file_renditions" (
	"file_id" bigint NOT NULL,
	"size" integer NOT NULL,
	"format" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"storage_key" text NOT NULL,
	CONSTRAINT "file_renditions_file_id_size_format_pk" PRIMARY KEY("file_id","size","format"),
	CONSTRAINT "file_renditions_storage_key" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"owner_id" bigint,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"visibility" text DEFAULT 'visible' NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"confidential" boolean DEFAULT false NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"alternative" text DEFAULT '' NOT NULL,
	"departements" text[] DEFAULT '{}' NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "files_key" UNIQUE("key"),
	CONSTRAINT "files_storage_key" UNIQUE("storage_key"),
	CONSTRAINT "files_visible_to_all" CHECK ("files"."visibility" = 'private' or cardinality("files"."roles") = 0)
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"key" text PRIMARY KEY NOT NULL,
	"owner_id" bigint NOT NULL,
	"name" text NOT NULL,
	"length" bigint NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"pieces" text[] DEFAULT '{}' NOT NULL,
	"file_key" text,
	"refusal" text,
	"receiving_until" timestamptz,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "uploads_received" CHECK ("uploads"."received" between 0 and "uploads"."length")
);
--> statement-breakpoint
CREATE TABLE "address_stops" (
	"email_hash" text PRIMARY KEY NOT NULL,
	"since" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"person_id" bigint NOT NULL,
	"topic" text NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "notification_preferences_person_id_topic_pk" PRIMARY KEY("person_id","topic"),
	CONSTRAINT "notification_preferences_choice" CHECK ("notification_preferences"."choice" in ('at-once', 'daily', 'none'))
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"cause" text NOT NULL,
	"kind" text NOT NULL,
	"topic" text NOT NULL,
	"about" jsonb NOT NULL,
	"created_at" timestamptz NOT NULL,
	"read_at" timestamptz,
	"digested_at" timestamptz,
	CONSTRAINT "notifications_person_cause" UNIQUE("person_id","cause")
);
--> statement-breakpoint
CREATE TABLE "saved_orientations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_orientations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"name" text NOT NULL,
	"criteria" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"watched" boolean NOT NULL,
	"seen_until" timestamptz NOT NULL,
	"seen_date" bigint NOT NULL,
	"seed" text NOT NULL,
	"key_hash" text NOT NULL,
	CONSTRAINT "saved_orientations_key_hash" UNIQUE("key_hash"),
	CONSTRAINT "saved_orientations_once" UNIQUE("person_id","criteria")
);
--> statement-breakpoint
CREATE TABLE "glass_openings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "glass_openings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"project_id" bigint NOT NULL,
	"administrator_id" bigint,
	"reason" text NOT NULL,
	"opened_at" timestamptz NOT NULL,
	"ends_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_advisers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "project_advisers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"project_id" bigint NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"person_id" bigint,
	"state" text NOT NULL,
	"asked_from" text NOT NULL,
	"invited_at" timestamptz NOT NULL,
	"active_at" timestamptz,
	"opened_at" timestamptz,
	"seen_at" timestamptz,
	"ended_at" timestamptz,
	CONSTRAINT "project_advisers_state" CHECK ("project_advisers"."state" in ('pending', 'active', 'withdrawn', 'left', 'expired')),
	CONSTRAINT "project_advisers_active" CHECK ("project_advisers"."state" <> 'active' or "project_advisers"."person_id" is not null),
	CONSTRAINT "project_advisers_ended" CHECK (("project_advisers"."state" in ('pending', 'active')) = ("project_advisers"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "project_comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "project_comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"project_id" bigint NOT NULL,
	"note_id" bigint,
	"thread_id" bigint,
	"author_id" bigint,
	"author_part" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"closed_at" timestamptz,
	"closed_by" bigint,
	CONSTRAINT "project_comments_part" CHECK ("project_comments"."author_part" in ('creator', 'adviser')),
	CONSTRAINT "project_comments_closed" CHECK ("project_comments"."closed_at" is null or "project_comments"."thread_id" is null)
);
--> statement-breakpoint
CREATE TABLE "project_files" (
	"project_id" bigint NOT NULL,
	"file_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "project_files_project_id_file_id_pk" PRIMARY KEY("project_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "projects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"name" text NOT NULL,
	"idea" text DEFAULT '' NOT NULL,
	"activity" text DEFAULT '' NOT NULL,
	"sector" text,
	"commune_code" text,
	"stage" text,
	"needs" text DEFAULT '' NOT NULL,
	"calendar" text DEFAULT '' NOT NULL,
	"team" text DEFAULT '' NOT NULL,
	"budget" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	"archived_at" timestamptz,
	CONSTRAINT "projects_state" CHECK ("projects"."state" in ('active', 'archived')),
	CONSTRAINT "projects_archived" CHECK (("projects"."state" = 'archived') = ("projects"."archived_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "recommendations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"content_id" bigint NOT NULL,
	"sender_id" bigint,
	"person_id" bigint,
	"email" text,
	"email_key" text,
	"email_hash" text NOT NULL,
	"word" text DEFAULT '' NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "recommendations_email" CHECK (("recommendations"."email" is null) = ("recommendations"."email_key" is null))
);
--> statement-breakpoint
CREATE TABLE "prescription_objections" (
	"email_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registrant_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "registrant_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"date_id" bigint NOT NULL,
	"author_id" bigint,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"recipients" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registration_lists" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "registration_lists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"date_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"places" integer,
	"open" boolean DEFAULT true NOT NULL,
	"closes_at" timestamptz NOT NULL,
	"cancelled" boolean DEFAULT false NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"offer_hours" integer,
	"reminded_for" timestamptz,
	"thanked_at" timestamptz,
	CONSTRAINT "registration_lists_date_kind" UNIQUE("date_id","kind"),
	CONSTRAINT "registration_lists_places" CHECK ("registration_lists"."places" is null or "registration_lists"."places" > 0),
	CONSTRAINT "registration_lists_not_overbooked" CHECK ("registration_lists"."places" is null or "registration_lists"."taken" <= "registration_lists"."places"),
	CONSTRAINT "registration_lists_offer_hours" CHECK ("registration_lists"."offer_hours" between 1 and 240),
	CONSTRAINT "registration_lists_counts" CHECK ("registration_lists"."taken" >= 0 and "registration_lists"."waiting" >= 0)
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "registrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"receipt" text NOT NULL,
	"list_id" bigint NOT NULL,
	"arrival" bigserial NOT NULL,
	"person_id" bigint,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"held_until" timestamptz,
	"verified_at" timestamptz,
	"created_at" timestamptz NOT NULL,
	"settled_at" timestamptz,
	"prescriber_id" bigint,
	"presence" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"anonymised_at" timestamptz,
	CONSTRAINT "registrations_key" UNIQUE("key"),
	CONSTRAINT "registrations_receipt" UNIQUE("receipt"),
	CONSTRAINT "registrations_held_until" CHECK ("registrations"."state" not in ('held', 'offered') or "registrations"."held_until" is not null),
	CONSTRAINT "registrations_confirmed" CHECK ("registrations"."state" not in ('confirmed', 'offered') or "registrations"."verified_at" is not null),
	CONSTRAINT "registrations_presence" CHECK ("registrations"."presence" is null or "registrations"."state" = 'confirmed')
);
--> statement-breakpoint
CREATE TABLE "registration_retention_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"content_id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"source" text,
	"source_id" text,
	"source_date" date,
	"source_url" text,
	"licence" text,
	"source_hash" text,
	"edited_fields" text[] DEFAULT '{}' NOT NULL,
	"edited_by_members_at" timestamptz,
	"verified_at" timestamptz,
	"demo" boolean DEFAULT false NOT NULL,
	"search_name" text NOT NULL,
	CONSTRAINT "resources_source" UNIQUE("source","source_id"),
	CONSTRAINT "resources_link" CHECK ("resources"."link" = '' or "resources"."link" ~ '^https?://'),
	CONSTRAINT "resources_whole_source" CHECK (("resources"."source" is null) = ("resources"."source_id" is null))
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"content_id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title_key" text NOT NULL,
	"title_vector" "tsvector" NOT NULL,
	"vector" "tsvector" NOT NULL,
	"facets" text[] NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"prior" real NOT NULL,
	"last_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sheet_checks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sheet_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"structure_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"seed" text NOT NULL,
	"key_hash" text NOT NULL,
	"sent_at" timestamptz NOT NULL,
	"answered_at" timestamptz,
	CONSTRAINT "sheet_checks_key_hash" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"content_id" bigint PRIMARY KEY NOT NULL,
	"structure_id" bigint NOT NULL,
	"rank" integer DEFAULT 0 NOT NULL,
	"listed" boolean DEFAULT true NOT NULL,
	"links" text[] DEFAULT '{}' NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"thematiques" text[] DEFAULT '{}' NOT NULL,
	"stages" text[] DEFAULT '{}' NOT NULL,
	"audiences" text[] DEFAULT '{}' NOT NULL,
	"audience_note" text DEFAULT '' NOT NULL,
	"conditions" text DEFAULT '' NOT NULL,
	"cost" text,
	"cost_note" text DEFAULT '' NOT NULL,
	"modes" text[] DEFAULT '{}' NOT NULL,
	"zone" text[] DEFAULT '{}' NOT NULL,
	"hours_per_week" double precision,
	"weeks" integer,
	"mobilisation_modes" text[] DEFAULT '{}' NOT NULL,
	"mobilisation_by" text[] DEFAULT '{}' NOT NULL,
	"mobilisation_note" text DEFAULT '' NOT NULL,
	"mobilisation_url" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"opening_hours" text DEFAULT '' NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"address_note" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"commune_code" text,
	"departement_code" text,
	"latitude" double precision,
	"longitude" double precision,
	"source" text,
	"source_id" text,
	"source_date" date,
	"source_url" text,
	"licence" text,
	"source_hash" text,
	"edited_fields" text[] DEFAULT '{}' NOT NULL,
	"edited_by_members_at" timestamptz,
	"verified_at" timestamptz,
	"demo" boolean DEFAULT false NOT NULL,
	"search_name" text NOT NULL,
	CONSTRAINT "services_source" UNIQUE("source","source_id"),
	CONSTRAINT "services_place" CHECK (("services"."latitude" is null) = ("services"."longitude" is null)),
	CONSTRAINT "services_whole_source" CHECK (("services"."source" is null) = ("services"."source_id" is null))
);
--> statement-breakpoint
CREATE TABLE "structures" (
	"content_id" bigint PRIMARY KEY NOT NULL,
	"acronym" text DEFAULT '' NOT NULL,
	"siret" text,
	"networks" text[] DEFAULT '{}' NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"audiences" text[] DEFAULT '{}' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"social_links" text[] DEFAULT '{}' NOT NULL,
	"contacts" text DEFAULT '' NOT NULL,
	"opening_hours" text DEFAULT '' NOT NULL,
	"accessibility_url" text DEFAULT '' NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"address_note" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"commune_code" text,
	"departement_code" text,
	"latitude" double precision,
	"longitude" double precision,
	"phone_key" text,
	"address_key" text,
	"source" text,
	"source_id" text,
	"source_date" date,
	"source_url" text,
	"licence" text,
	"source_hash" text,
	"edited_fields" text[] DEFAULT '{}' NOT NULL,
	"edited_by_members_at" timestamptz,
	"verified_at" timestamptz,
	"demo" boolean DEFAULT false NOT NULL,
	"search_name" text NOT NULL,
	CONSTRAINT "structures_source" UNIQUE("source","source_id"),
	CONSTRAINT "structures_place" CHECK (("structures"."latitude" is null) = ("structures"."longitude" is null)),
	CONSTRAINT "structures_siret" CHECK ("structures"."siret" ~ '^[0-9]{14}$'),
	CONSTRAINT "structures_whole_source" CHECK (("structures"."source" is null) = ("structures"."source_id" is null))
);
--> statement-breakpoint
CREATE TABLE "communes" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"departement_code" text NOT NULL,
	"epci_code" text,
	"postal_codes" text[] NOT NULL,
	"population" integer NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"search_name" text NOT NULL,
	"search_text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departements" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "epcis" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"population" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "territory_files" (
	"name" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"loaded_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "periodic_tasks" (
	"name" text PRIMARY KEY NOT NULL,
	"occurrence" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mails_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"cause" text NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"person_id" bigint,
	"about" jsonb NOT NULL,
	"bulk" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_answer" text,
	"created_at" timestamptz NOT NULL,
	"next_try_at" timestamptz NOT NULL,
	"settled_at" timestamptz,
	"bounce" text,
	"bounced_at" timestamptz,
	"bounce_detail" text,
	CONSTRAINT "mails_cause_recipient" UNIQUE("cause","recipient"),
	CONSTRAINT "mails_state" CHECK ("mails"."state" in ('waiting', 'sent', 'failed', 'dropped')),
	CONSTRAINT "mails_bounce" CHECK ("mails"."bounce" in ('auto-reply', 'delayed', 'complaint', 'soft', 'full', 'hard')
        and ("mails"."bounce" is null) = ("mails"."bounced_at" is null)),
	CONSTRAINT "mails_settled_once" CHECK (("mails"."state" = 'waiting') = ("mails"."settled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"started_at" timestamptz NOT NULL,
	"ends_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"key" text PRIMARY KEY NOT NULL,
	"location" text,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_messages" ADD CONSTRAINT "contact_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_judged_by_people_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_departements" ADD CONSTRAINT "person_departements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_notes" ADD CONSTRAINT "canvas_notes_canvas_id_canvases_id_fk" FOREIGN KEY ("canvas_id") REFERENCES "public"."canvases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_versions" ADD CONSTRAINT "canvas_versions_canvas_id_canvases_id_fk" FOREIGN KEY ("canvas_id") REFERENCES "public"."canvases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_versions" ADD CONSTRAINT "canvas_versions_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvases" ADD CONSTRAINT "canvases_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_requests" ADD CONSTRAINT "author_requests_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_requests" ADD CONSTRAINT "author_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_requests" ADD CONSTRAINT "author_requests_judged_by_people_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_invitations" ADD CONSTRAINT "content_invitations_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_invitations" ADD CONSTRAINT "content_invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_invitations" ADD CONSTRAINT "content_invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_judgements" ADD CONSTRAINT "content_judgements_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_judgements" ADD CONSTRAINT "content_judgements_revision_id_content_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."content_revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_judgements" ADD CONSTRAINT "content_judgements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD CONSTRAINT "content_revisions_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD CONSTRAINT "content_revisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_authors" ADD CONSTRAINT "content_authors_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_authors" ADD CONSTRAINT "content_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_departements" ADD CONSTRAINT "content_departements_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_files" ADD CONSTRAINT "content_files_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_files" ADD CONSTRAINT "content_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_sectors" ADD CONSTRAINT "content_sectors_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_choices" ADD CONSTRAINT "directory_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_dates" ADD CONSTRAINT "event_dates_event_id_events_content_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("content_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_renditions" ADD CONSTRAINT "file_renditions_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_orientations" ADD CONSTRAINT "saved_orientations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glass_openings" ADD CONSTRAINT "glass_openings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glass_openings" ADD CONSTRAINT "glass_openings_administrator_id_people_id_fk" FOREIGN KEY ("administrator_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_advisers" ADD CONSTRAINT "project_advisers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_advisers" ADD CONSTRAINT "project_advisers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_thread_id_project_comments_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."project_comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_files" ADD CONSTRAINT "project_files_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_files" ADD CONSTRAINT "project_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_sender_id_people_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrant_messages" ADD CONSTRAINT "registrant_messages_date_id_event_dates_id_fk" FOREIGN KEY ("date_id") REFERENCES "public"."event_dates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrant_messages" ADD CONSTRAINT "registrant_messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_lists" ADD CONSTRAINT "registration_lists_date_id_event_dates_id_fk" FOREIGN KEY ("date_id") REFERENCES "public"."event_dates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_list_id_registration_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."registration_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_prescriber_id_people_id_fk" FOREIGN KEY ("prescriber_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_checks" ADD CONSTRAINT "sheet_checks_structure_id_contents_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_checks" ADD CONSTRAINT "sheet_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_structure_id_structures_content_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("content_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_commune_code_communes_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structures" ADD CONSTRAINT "structures_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structures" ADD CONSTRAINT "structures_commune_code_communes_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communes" ADD CONSTRAINT "communes_departement_code_departements_code_fk" FOREIGN KEY ("departement_code") REFERENCES "public"."departements"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communes" ADD CONSTRAINT "communes_epci_code_epcis_code_fk" FOREIGN KEY ("epci_code") REFERENCES "public"."epcis"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departements" ADD CONSTRAINT "departements_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_tokens_person" ON "account_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "account_tokens_expiry" ON "account_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "affiliations_structure" ON "affiliations" USING btree ("structure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_key" ON "people" USING btree ("email_key") WHERE "people"."state" <> 'unconfirmed';--> statement-breakpoint
CREATE INDEX "people_unconfirmed" ON "people" USING btree ("email_key") WHERE "people"."state" = 'unconfirmed';--> statement-breakpoint
CREATE INDEX "people_pending" ON "people" USING btree ("created_at") WHERE "people"."professional_state" = 'pending';--> statement-breakpoint
CREATE INDEX "people_judges" ON "people" USING btree ("role") WHERE "people"."role" in ('animator', 'administrator');--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_seen" ON "sessions" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_object" ON "audit_log" USING btree ("object");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "canvas_notes_rev" ON "canvas_notes" USING btree ("canvas_id","rev");--> statement-breakpoint
CREATE UNIQUE INDEX "author_requests_open" ON "author_requests" USING btree ("content_id","person_id") WHERE "author_requests"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "author_requests_waiting" ON "author_requests" USING btree ("created_at") WHERE "author_requests"."state" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "content_invitations_open" ON "content_invitations" USING btree ("content_id","email_key") WHERE "content_invitations"."state" = 'sent';--> statement-breakpoint
CREATE INDEX "content_invitations_accepted" ON "content_invitations" USING btree ("accepted_by") WHERE "content_invitations"."state" = 'accepted';--> statement-breakpoint
CREATE INDEX "content_judgements_content" ON "content_judgements" USING btree ("content_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "content_revisions_current" ON "content_revisions" USING btree ("content_id") WHERE "content_revisions"."state" = 'current';--> statement-breakpoint
CREATE UNIQUE INDEX "content_revisions_proposed" ON "content_revisions" USING btree ("content_id") WHERE "content_revisions"."state" in ('draft', 'pending', 'to-correct');--> statement-breakpoint
CREATE INDEX "content_revisions_waiting" ON "content_revisions" USING btree ("created_at") WHERE "content_revisions"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "content_revisions_files" ON "content_revisions" USING gin (("data" -> 'content' -> 'files') jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "content_authors_person" ON "content_authors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "content_departements_code" ON "content_departements" USING btree ("departement");--> statement-breakpoint
CREATE INDEX "content_files_file" ON "content_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "content_sectors_sector" ON "content_sectors" USING btree ("sector");--> statement-breakpoint
CREATE INDEX "contents_kind_state" ON "contents" USING btree ("kind","state");--> statement-breakpoint
CREATE INDEX "contents_structure" ON "contents" USING btree ("structure_id");--> statement-breakpoint
CREATE INDEX "contents_newest" ON "contents" USING btree ("kind","published_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "contents"."state" = 'published';--> statement-breakpoint
CREATE INDEX "contents_waiting" ON "contents" USING btree ("submitted_at") WHERE "contents"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX "form_drafts_saved" ON "form_drafts" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "event_dates_event" ON "event_dates" USING btree ("event_id","starts_at");--> statement-breakpoint
CREATE INDEX "event_dates_agenda" ON "event_dates" USING btree ("starts_at","id","over_at") WHERE "event_dates"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "event_dates_facets" ON "event_dates" USING gin ("facets") WHERE "event_dates"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "event_dates_around" ON "event_dates" USING btree ("latitude","longitude") WHERE "event_dates"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "events_departement" ON "events" USING btree ("departement_code");--> statement-breakpoint
CREATE INDEX "favourites_content" ON "favourites" USING btree ("content_id");--> statement-breakpoint
CREATE INDEX "files_owner" ON "files" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "files_created" ON "files" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "uploads_updated" ON "uploads" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_undigested" ON "notifications" USING btree ("created_at") WHERE "notifications"."digested_at" is null and "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "saved_orientations_watched" ON "saved_orientations" USING btree ("seen_until","id") WHERE "saved_orientations"."watched";--> statement-breakpoint
CREATE INDEX "glass_openings_project" ON "glass_openings" USING btree ("project_id","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "project_advisers_current" ON "project_advisers" USING btree ("project_id","email_key") WHERE "project_advisers"."state" in ('pending', 'active');--> statement-breakpoint
CREATE INDEX "project_advisers_person" ON "project_advisers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "project_advisers_pending" ON "project_advisers" USING btree ("email_key") WHERE "project_advisers"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "project_comments_project" ON "project_comments" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE INDEX "project_comments_note" ON "project_comments" USING btree ("note_id");--> statement-breakpoint
CREATE INDEX "project_comments_thread" ON "project_comments" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "project_comments_author" ON "project_comments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "project_files_file" ON "project_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "projects_owner" ON "projects" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "recommendations_person" ON "recommendations" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "recommendations_sender" ON "recommendations" USING btree ("sender_id","created_at");--> statement-breakpoint
CREATE INDEX "recommendations_email" ON "recommendations" USING btree ("email_key") WHERE "recommendations"."person_id" is null;--> statement-breakpoint
CREATE INDEX "recommendations_same" ON "recommendations" USING btree ("email_hash","content_id");--> statement-breakpoint
CREATE INDEX "recommendations_content" ON "recommendations" USING btree ("content_id");--> statement-breakpoint
CREATE INDEX "registrant_messages_date" ON "registrant_messages" USING btree ("date_id","id");--> statement-breakpoint
CREATE INDEX "registration_lists_closes" ON "registration_lists" USING btree ("closes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_one_each" ON "registrations" USING btree ("list_id","email_key") WHERE "registrations"."state" in ('held', 'offered', 'confirmed', 'waiting');--> statement-breakpoint
CREATE INDEX "registrations_waiting" ON "registrations" USING btree ("list_id","arrival") WHERE "registrations"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "registrations_held" ON "registrations" USING btree ("held_until") WHERE "registrations"."state" in ('held', 'offered');--> statement-breakpoint
CREATE INDEX "registrations_list" ON "registrations" USING btree ("list_id","id");--> statement-breakpoint
CREATE INDEX "registrations_person" ON "registrations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "registrations_address" ON "registrations" USING btree ("email_key") WHERE "registrations"."person_id" is null;--> statement-breakpoint
CREATE INDEX "registrations_prescriber" ON "registrations" USING btree ("prescriber_id") WHERE "registrations"."prescriber_id" is not null;--> statement-breakpoint
CREATE INDEX "resources_kind" ON "resources" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("vector","facets");--> statement-breakpoint
CREATE INDEX "search_entries_title_words" ON "search_entries" USING gin ("title_vector","facets");--> statement-breakpoint
CREATE INDEX "search_entries_title_start" ON "search_entries" USING btree ("title_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "sheet_checks_structure" ON "sheet_checks" USING btree ("structure_id","person_id","sent_at");--> statement-breakpoint
CREATE INDEX "services_structure" ON "services" USING btree ("structure_id","rank");--> statement-breakpoint
CREATE INDEX "services_name" ON "services" USING btree ("search_name","content_id");--> statement-breakpoint
CREATE INDEX "services_departement" ON "services" USING btree ("departement_code","search_name");--> statement-breakpoint
CREATE INDEX "services_commune" ON "services" USING btree ("commune_code");--> statement-breakpoint
CREATE INDEX "services_kinds" ON "services" USING gin ("kinds");--> statement-breakpoint
CREATE INDEX "services_thematiques" ON "services" USING gin ("thematiques");--> statement-breakpoint
CREATE INDEX "services_stages" ON "services" USING gin ("stages");--> statement-breakpoint
CREATE INDEX "structures_name" ON "structures" USING btree ("search_name","content_id");--> statement-breakpoint
CREATE INDEX "structures_departement" ON "structures" USING btree ("departement_code","search_name");--> statement-breakpoint
CREATE INDEX "structures_commune" ON "structures" USING btree ("commune_code");--> statement-breakpoint
CREATE INDEX "structures_networks" ON "structures" USING gin ("networks");--> statement-breakpoint
CREATE INDEX "structures_kinds" ON "structures" USING gin ("kinds");--> statement-breakpoint
CREATE INDEX "structures_phone" ON "structures" USING btree ("phone_key") WHERE "structures"."phone_key" is not null;--> statement-breakpoint
CREATE INDEX "structures_address" ON "structures" USING btree ("address_key") WHERE "structures"."address_key" is not null;--> statement-breakpoint
CREATE INDEX "communes_search_name" ON "communes" USING btree ("search_name" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "communes_departement" ON "communes" USING btree ("departement_code");--> statement-breakpoint
CREATE INDEX "departements_region" ON "departements" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("next_try_at") WHERE "mails"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "mails_settled" ON "mails" USING btree ("settled_at");--> statement-breakpoint
CREATE INDEX "mails_recipient" ON "mails" USING btree (lower("recipient"),"settled_at");