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
CREATE TABLE `campaign_versions` (
	`campaign_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`snapshot` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`audience` text NOT NULL,
	`frozen_hash` text,
	`version` integer NOT NULL,
	`author` text NOT NULL,
	`released_by` text,
	`scheduled_at` integer,
	`zone` text,
	`candidates` integer,
	`cursor` text,
	`frozen_at` integer,
	`started_at` integer,
	`finished_at` integer,
	`fence` text,
	`slug` text,
	`archived_at` integer,
	`period` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_slug_unique` ON `campaigns` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_period_unique` ON `campaigns` (`period`);--> statement-breakpoint
CREATE INDEX `campaigns_by_state` ON `campaigns` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `consents` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`address_key` text NOT NULL,
	`subscriber_id` text,
	`detail` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consents_by_address` ON `consents` (`address_key`,`seq`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`campaign_id` text NOT NULL,
	`subscriber_id` text NOT NULL,
	`address_key` text NOT NULL,
	`domain` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`lease` text,
	`lease_until` integer,
	`reference` text,
	`why` text,
	`settled_at` integer,
	`heard` text,
	`heard_at` integer,
	PRIMARY KEY(`campaign_id`, `address_key`)
);
--> statement-breakpoint
CREATE INDEX `deliveries_to_claim` ON `deliveries` (`campaign_id`,`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `deliveries_by_subscriber` ON `deliveries` (`subscriber_id`);--> statement-breakpoint
CREATE INDEX `deliveries_leased` ON `deliveries` (`lease_until`) WHERE lease_until IS NOT NULL;--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`event_key` text NOT NULL,
	`campaign_id` text,
	`address_key` text NOT NULL,
	`kind` text NOT NULL,
	`code` text,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_event_key_unique` ON `feedback` (`event_key`);--> statement-breakpoint
CREATE INDEX `feedback_by_address` ON `feedback` (`address_key`,`at`);--> statement-breakpoint
CREATE INDEX `feedback_by_campaign` ON `feedback` (`campaign_id`,`kind`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`number` integer NOT NULL,
	`record` text,
	`outcome` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`import_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `import_rows_by_outcome` ON `import_rows` (`import_id`,`outcome`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`basis` text NOT NULL,
	`consented_on` text NOT NULL,
	`by` text NOT NULL,
	`rows` integer NOT NULL,
	`cursor` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `instance` (
	`id` integer PRIMARY KEY NOT NULL,
	`fence` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link_counts` (
	`campaign_id` text NOT NULL,
	`url` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `url`)
);
--> statement-breakpoint
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
CREATE TABLE `opt_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`form_key` text NOT NULL,
	`purpose` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`wish` text NOT NULL,
	`locale` text NOT NULL,
	`text_id` text NOT NULL,
	`text_hash` text NOT NULL,
	`form` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opt_ins_form_key_unique` ON `opt_ins` (`form_key`);--> statement-breakpoint
CREATE INDEX `opt_ins_by_address` ON `opt_ins` (`address_key`);--> statement-breakpoint
CREATE INDEX `opt_ins_by_expiry` ON `opt_ins` (`expires_at`);--> statement-breakpoint
CREATE TABLE `rates` (
	`key` text PRIMARY KEY NOT NULL,
	`tokens` integer NOT NULL,
	`at` integer NOT NULL,
	`per_second` integer NOT NULL,
	`not_before` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subscribers` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text,
	`address_key` text NOT NULL,
	`domain` text,
	`state` text NOT NULL,
	`locale` text NOT NULL,
	`frequency` text NOT NULL,
	`topics` text NOT NULL,
	`countries` text NOT NULL,
	`is_member` integer NOT NULL,
	`paused_until` integer,
	`link_epoch` integer NOT NULL,
	`version` integer NOT NULL,
	`confirmed_at` integer NOT NULL,
	`ended_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscribers_address_key_unique` ON `subscribers` (`address_key`);--> statement-breakpoint
CREATE INDEX `subscribers_by_state` ON `subscribers` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`address_key` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer,
	`lifted_at` integer,
	`lifted_by` text
);
--> statement-breakpoint
CREATE TABLE `turns` (
	`key` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`key`, `since`)
);
