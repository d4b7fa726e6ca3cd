CREATE TABLE `address_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`old_at` integer,
	`new_at` integer,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `address_changes_subscriber_id_unique` ON `address_changes` (`subscriber_id`);--> statement-breakpoint
CREATE INDEX `address_changes_by_address` ON `address_changes` (`address_key`);--> statement-breakpoint
CREATE INDEX `address_changes_by_expiry` ON `address_changes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `member_runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`began_at` integer NOT NULL,
	`cursor` text,
	`ended_at` integer
);
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `to_archive` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `totals` text;--> statement-breakpoint
ALTER TABLE `subscribers` ADD `member_at` integer;--> statement-breakpoint
ALTER TABLE `suppressions` ADD `lift_asked_by` text;--> statement-breakpoint
ALTER TABLE `suppressions` ADD `lift_asked_at` integer;--> statement-breakpoint
ALTER TABLE `suppressions` ADD `lift_reason` text;