CREATE TABLE `import_pieces` (
	`import_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`import_id`, `number`)
);
--> statement-breakpoint
DROP INDEX `import_rows_by_outcome`;--> statement-breakpoint
ALTER TABLE `import_rows` ADD `address_key` text;--> statement-breakpoint
CREATE INDEX `import_rows_by_address` ON `import_rows` (`address_key`,`import_id`);--> statement-breakpoint
CREATE INDEX `import_rows_by_outcome` ON `import_rows` (`import_id`,`outcome`,`number`);--> statement-breakpoint
ALTER TABLE `imports` ADD `form_key` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `source` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `approved_by` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `defaults` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `delimiter` text DEFAULT ',' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `header` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `columns` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `pieces` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `piece` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `offset` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `counts` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `approved_at` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `ended_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `imports_form_key_unique` ON `imports` (`form_key`);--> statement-breakpoint
CREATE INDEX `imports_by_state` ON `imports` (`state`,`updated_at`);