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
CREATE TABLE `follow_ups` (
	`recommendation_id` text NOT NULL,
	`country` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`happened_on` text NOT NULL,
	`source_url` text,
	`note` text,
	`who` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`recommendation_id`, `country`, `version`)
);
--> statement-breakpoint
CREATE TABLE `instruments` (
	`item_id` text PRIMARY KEY NOT NULL,
	`stage` text NOT NULL,
	`country` text,
	`case_id` text,
	`reference` text,
	`agreed` text,
	`edits` integer NOT NULL,
	`shown_edits` integer,
	`edited_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `instruments_by_stage` ON `instruments` (`stage`);--> statement-breakpoint
CREATE INDEX `instruments_by_case` ON `instruments` (`case_id`);--> statement-breakpoint
CREATE TABLE `recommendations` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`place` integer NOT NULL,
	`texts` text NOT NULL,
	`addressee` text NOT NULL,
	`organisation_id` text,
	`due_on` text,
	`version` integer NOT NULL,
	`shown` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `recommendations_by_item` ON `recommendations` (`item_id`,`place`);--> statement-breakpoint
CREATE INDEX `recommendations_by_due` ON `recommendations` (`due_on`);--> statement-breakpoint
INSERT INTO `instruments` (`item_id`, `stage`, `country`, `edits`, `shown_edits`, `edited_by`)
SELECT `id`, CASE WHEN `fields` ->> '$.status' IN ('finalised', 'completed') THEN 'closed' ELSE 'running' END, `country`, 0,
	CASE WHEN `state` = 'published' THEN 0 END, 'import'
FROM `items` WHERE `type` IN ('briefing', 'taskforce', 'roundtable');
