ALTER TABLE `saved_views` ADD `place` text DEFAULT 'organisations' NOT NULL;--> statement-breakpoint
CREATE INDEX `saved_views_by_person` ON `saved_views` (`person_id`,`place`);