CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`standing` text NOT NULL,
	`role` text,
	`started_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `memberships_by_organisation` ON `memberships` (`organisation_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `organisation_addresses` (
	`slug` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`current` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `organisation_addresses_by_organisation` ON `organisation_addresses` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisation_revisions` (
	`organisation_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`snapshot` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `organisation_texts` (
	`organisation_id` text NOT NULL,
	`locale` text NOT NULL,
	`description` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `locale`)
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`source_key` text,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`country` text,
	`region` text,
	`kind` text NOT NULL,
	`organisation_type` text,
	`website` text,
	`source_url` text,
	`caution` text,
	`visibility` text NOT NULL,
	`withdrawn_at` integer,
	`fingerprint` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_source_key_unique` ON `organisations` (`source_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug_unique` ON `organisations` (`slug`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `published_organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`country` text,
	`region` text,
	`kind` text NOT NULL,
	`role` text,
	`standing` text NOT NULL,
	`organisation_type` text,
	`website` text,
	`descriptions` text NOT NULL,
	`source_url` text,
	`aliases` text NOT NULL,
	`search_text` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `published_organisations_slug` ON `published_organisations` (`slug`);--> statement-breakpoint
CREATE INDEX `published_organisations_by_country` ON `published_organisations` (`country`,`standing`);--> statement-breakpoint
CREATE INDEX `published_organisations_by_standing` ON `published_organisations` (`standing`,`sort_name`);