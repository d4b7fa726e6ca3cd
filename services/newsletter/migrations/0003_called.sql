ALTER TABLE `deliveries` ADD `called_at` integer;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `called_seq` integer;