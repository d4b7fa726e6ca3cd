CREATE TABLE `addresses` (
	`type` text NOT NULL,
	`slug` text NOT NULL,
	`item_id` text NOT NULL,
	`current` integer NOT NULL,
	PRIMARY KEY(`type`, `slug`)
);
--> statement-breakpoint
CREATE INDEX `addresses_by_item` ON `addresses` (`item_id`);--> statement-breakpoint
CREATE TABLE `former_addresses` (
	`path` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item_terms` (
	`item_id` text NOT NULL,
	`taxonomy` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`item_id`, `taxonomy`, `code`)
);
--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`source_key` text,
	`owner_id` text,
	`original_locale` text NOT NULL,
	`visibility` text NOT NULL,
	`state` text NOT NULL,
	`published_from` integer NOT NULL,
	`published_until` integer,
	`country` text,
	`fields` text NOT NULL,
	`licence` text,
	`source_name` text,
	`source_url` text,
	`caution` text,
	`last_verified_at` integer,
	`review_by` integer,
	`fingerprint` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `items_source_key_unique` ON `items` (`source_key`);--> statement-breakpoint
CREATE INDEX `items_by_window` ON `items` (`state`,`published_from`);--> statement-breakpoint
CREATE INDEX `items_by_type` ON `items` (`type`);--> statement-breakpoint
CREATE TABLE `observations` (
	`item_id` text NOT NULL,
	`country` text NOT NULL,
	`year` integer NOT NULL,
	`value` real,
	`flags` text,
	`source_url` text NOT NULL,
	PRIMARY KEY(`item_id`, `country`, `year`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pair_counts` (
	`scope` text NOT NULL,
	`term` text NOT NULL,
	`other` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`scope`, `term`, `other`)
);
--> statement-breakpoint
CREATE TABLE `published` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`item_id` text NOT NULL,
	`type` text NOT NULL,
	`visibility` text NOT NULL,
	`visible_until` integer,
	`slug` text NOT NULL,
	`original_locale` text NOT NULL,
	`country` text,
	`sort_title` text NOT NULL,
	`sort_date` text NOT NULL,
	`doc` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `published_item` ON `published` (`item_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `published_slug` ON `published` (`type`,`slug`);--> statement-breakpoint
CREATE INDEX `published_by_date` ON `published` (`type`,`visibility`,`sort_date`);--> statement-breakpoint
CREATE INDEX `published_by_country` ON `published` (`country`,`visibility`,`type`);--> statement-breakpoint
CREATE TABLE `published_terms` (
	`scope` text NOT NULL,
	`term` text NOT NULL,
	`sort_title` text NOT NULL,
	`sort_date` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`scope`, `term`, `sort_title`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `published_terms_by_item` ON `published_terms` (`seq`,`term`);--> statement-breakpoint
CREATE INDEX `published_terms_by_date` ON `published_terms` (`scope`,`term`,`sort_date`,`sort_title`,`seq`);--> statement-breakpoint
CREATE TABLE `published_texts` (
	`seq` integer NOT NULL,
	`locale` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`seq`, `locale`)
);
--> statement-breakpoint
CREATE TABLE `relations` (
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`from_id`, `kind`, `to_id`)
);
--> statement-breakpoint
CREATE INDEX `relations_to` ON `relations` (`to_id`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`snapshot` text NOT NULL,
	PRIMARY KEY(`item_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `term_counts` (
	`scope` text NOT NULL,
	`term` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`scope`, `term`)
);
--> statement-breakpoint
CREATE TABLE `translations` (
	`item_id` text NOT NULL,
	`locale` text NOT NULL,
	`title` text NOT NULL,
	`slug` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`source_hash` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`item_id`, `locale`)
);
