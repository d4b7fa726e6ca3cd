CREATE TABLE `digest_runs` (
	`period` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`campaign_id` text,
	`counts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `left_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `writers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `approved_by` text;