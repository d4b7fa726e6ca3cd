ALTER TABLE `deliveries` ADD `doubt_key` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `doubt_since` integer;--> statement-breakpoint
CREATE INDEX `deliveries_in_doubt` ON `deliveries` (`campaign_id`,`doubt_key`) WHERE doubt_key IS NOT NULL;