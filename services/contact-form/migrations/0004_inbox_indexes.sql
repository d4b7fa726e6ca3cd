ALTER TABLE `cases` ADD `next_due` integer GENERATED ALWAYS AS (coalesce(due_at, 9007199254740991)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `cases_next_due` ON `cases` (`shelf`,`next_due`,`id`);--> statement-breakpoint
CREATE INDEX `cases_on_desk` ON `cases` (`shelf`,`assignee`,`next_due`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_age` ON `cases` (`shelf`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_possible` ON `cases` (`shelf`,`updated_at`) WHERE possibly_of IS NOT NULL;