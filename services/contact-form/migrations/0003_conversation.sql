CREATE TABLE `case_links` (
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`label` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `kind`, `target`)
);
--> statement-breakpoint
CREATE INDEX `case_links_by_target` ON `case_links` (`kind`,`target`);--> statement-breakpoint
CREATE TABLE `case_terms` (
	`term` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`term`, `case_id`)
);
--> statement-breakpoint
CREATE INDEX `case_terms_by_case` ON `case_terms` (`case_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`form_key` text NOT NULL,
	`fields` text NOT NULL,
	`address_key` text NOT NULL,
	`person_id` text,
	`locale` text NOT NULL,
	`saved_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_form_key_unique` ON `drafts` (`form_key`);--> statement-breakpoint
CREATE INDEX `drafts_by_expiry` ON `drafts` (`expires_at`);--> statement-breakpoint
CREATE INDEX `drafts_by_address` ON `drafts` (`address_key`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`state` text NOT NULL,
	`before` text NOT NULL,
	`version` integer NOT NULL,
	`about` text,
	`group_id` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `events_by_case` ON `events` (`case_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_by_group` ON `events` (`group_id`);--> statement-breakpoint
CREATE INDEX `events_by_kind` ON `events` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`form_key` text,
	`message_id` text,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`side` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_by_case` ON `files` (`case_id`);--> statement-breakpoint
CREATE INDEX `files_by_form` ON `files` (`form_key`);--> statement-breakpoint
CREATE INDEX `files_by_state` ON `files` (`state`,`at`);--> statement-breakpoint
CREATE TABLE `leases` (
	`case_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`role` text NOT NULL,
	`who` text NOT NULL,
	`address_key` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `participants_by_case` ON `participants` (`case_id`);--> statement-breakpoint
CREATE INDEX `participants_by_address` ON `participants` (`address_key`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`mail_key` text NOT NULL,
	`body_key` text NOT NULL,
	`case_id` text,
	`outcome` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_mail_key_unique` ON `receipts` (`mail_key`);--> statement-breakpoint
CREATE INDEX `receipts_by_body` ON `receipts` (`body_key`,`at`);--> statement-breakpoint
CREATE INDEX `receipts_by_case` ON `receipts` (`case_id`);--> statement-breakpoint
CREATE INDEX `receipts_by_time` ON `receipts` (`at`);--> statement-breakpoint
CREATE TABLE `reply_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`texts` text NOT NULL,
	`owner_id` text NOT NULL,
	`review_by` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
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
CREATE INDEX `webhook_deliveries_by_state` ON `webhook_deliveries` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_by_webhook` ON `webhook_deliveries` (`webhook_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_once` ON `webhook_deliveries` (`webhook_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`kinds` text NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `cases` ADD `shelf` text GENERATED ALWAYS AS (CASE WHEN state IN ('new', 'triage', 'in-progress', 'waiting', 'answered') THEN 'open' WHEN state = 'spam' THEN 'spam' ELSE 'done' END) VIRTUAL;--> statement-breakpoint
ALTER TABLE `cases` ADD `source` text DEFAULT 'form' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `spam_reason` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `possibly_of` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `promise` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `due_at` integer;--> statement-breakpoint
CREATE INDEX `cases_by_shelf` ON `cases` (`shelf`,`updated_at`);--> statement-breakpoint
CREATE INDEX `cases_by_due` ON `cases` (`shelf`,`due_at`);--> statement-breakpoint
CREATE INDEX `cases_by_person` ON `cases` (`person_id`);--> statement-breakpoint
CREATE INDEX `cases_merged` ON `cases` (`merged_into`);--> statement-breakpoint
ALTER TABLE `messages` ADD `via` text DEFAULT 'page' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `receipt_id` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `repeats` text;
--> statement-breakpoint
INSERT INTO `events` (`id`, `case_id`, `at`, `kind`, `actor`, `state`, `before`, `version`) SELECT 'evt_' || substr(`id`, 5), `id`, `created_at`, 'received', 'requester', 'new', '{}', 1 FROM `cases`;--> statement-breakpoint
INSERT INTO `events` (`id`, `case_id`, `at`, `kind`, `actor`, `state`, `before`, `version`) SELECT 'evt_' || substr(`id`, 5) || 'm', `id`, `updated_at`, 'moved', 'system', `state`, '{"state":"new"}', `version` FROM `cases` WHERE `state` <> 'new';
