CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`address` text,
	`locale` text NOT NULL,
	`facts` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`lease` text,
	`lease_until` integer,
	`why` text,
	`created_at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `mails_by_state` ON `mails` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `mails_by_person` ON `mails` (`person_id`);--> statement-breakpoint
CREATE TABLE `challenges` (
	`challenge` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`session_id` text,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`form_key` text NOT NULL,
	`address` text,
	`address_key` text,
	`role` text NOT NULL,
	`scope` text NOT NULL,
	`invited_by` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_form_key_unique` ON `invitations` (`form_key`);--> statement-breakpoint
CREATE INDEX `invitations_by_scope` ON `invitations` (`scope`,`state`);--> statement-breakpoint
CREATE INDEX `invitations_by_address` ON `invitations` (`address_key`,`state`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE INDEX `passkeys_by_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text,
	`address_key` text,
	`name` text,
	`job_title` text,
	`phone` text,
	`locale` text NOT NULL,
	`visibility` text NOT NULL,
	`state` text NOT NULL,
	`epoch` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_address_key_unique` ON `persons` (`address_key`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_by_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`scope` text NOT NULL,
	`granted_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_open` ON `role_grants` (`person_id`,`role`,`scope`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX `role_grants_by_scope` ON `role_grants` (`scope`,`ended_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`epoch` integer NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`proved_at` integer NOT NULL,
	`asserted_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `sign_in_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`address_key` text NOT NULL,
	`browser_hash` text NOT NULL,
	`back` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`tries` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `turns` (
	`key` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`key`, `since`)
);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`form_key` text NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_form_key_unique` ON `api_keys` (`form_key`);--> statement-breakpoint
CREATE INDEX `api_keys_by_organisation` ON `api_keys` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `application_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `application_notes_by_application` ON `application_notes` (`application_id`,`at`);--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`form_key` text NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`kind` text NOT NULL,
	`website` text NOT NULL,
	`description` text NOT NULL,
	`evidence` text NOT NULL,
	`contact_name` text,
	`contact_job` text,
	`contact_address` text,
	`contact_key` text,
	`charter` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`organisation_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`decided_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_form_key_unique` ON `applications` (`form_key`);--> statement-breakpoint
CREATE INDEX `applications_by_state` ON `applications` (`state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `applications_by_contact` ON `applications` (`contact_key`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`detail` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_object` ON `audit` (`object`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`actor`,`seq`);--> statement-breakpoint
CREATE TABLE `joinings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `joinings_open` ON `joinings` (`person_id`,`organisation_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `joinings_by_organisation` ON `joinings` (`organisation_id`,`state`);--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`lost_id` text NOT NULL,
	`moved` text NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE TABLE `pictures` (
	`hash` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`bytes` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `profile_drafts` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`base_version` integer NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`edited_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `organisations` ADD `profile` text;--> statement-breakpoint
ALTER TABLE `published_organisations` ADD `profile` text;