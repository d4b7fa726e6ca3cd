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
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`form_key` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`country` text,
	`requester` text,
	`requester_key` text,
	`person_id` text,
	`locale` text NOT NULL,
	`assignee` text,
	`link_epoch` integer NOT NULL,
	`satisfaction` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_reference_unique` ON `cases` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_form_key_unique` ON `cases` (`form_key`);--> statement-breakpoint
CREATE INDEX `cases_by_state` ON `cases` (`state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `cases_by_requester` ON `cases` (`requester_key`);--> statement-breakpoint
CREATE INDEX `cases_by_assignee` ON `cases` (`assignee`,`state`);--> statement-breakpoint
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
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`side` text NOT NULL,
	`author` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_by_case` ON `messages` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`author` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notes_by_case` ON `notes` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `turns` (
	`key` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`key`, `since`)
);
