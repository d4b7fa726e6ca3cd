ALTER TABLE `campaigns` ADD `counts_links` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `consents_left_by_campaign` ON `consents` (detail ->> 'campaign') WHERE kind = 'withdrawn';