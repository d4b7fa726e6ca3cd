CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`vintage` integer NOT NULL,
	`hash` text NOT NULL,
	`doc` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `snapshots_by_item` ON `snapshots` (`item_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `vintages` (
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`publisher` text NOT NULL,
	`source_url` text NOT NULL,
	`licence` text,
	`retrieved_on` text NOT NULL,
	`file_hash` text NOT NULL,
	`series` text NOT NULL,
	`imported_at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `number`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vintages_by_file` ON `vintages` (`item_id`,`file_hash`);--> statement-breakpoint
CREATE TRIGGER `snapshots_stay` BEFORE UPDATE ON `snapshots` BEGIN
	SELECT RAISE(ABORT, 'a snapshot never changes');
END;
--> statement-breakpoint
CREATE TRIGGER `snapshots_remain` BEFORE DELETE ON `snapshots` BEGIN
	SELECT RAISE(ABORT, 'a snapshot is never removed');
END;
--> statement-breakpoint
INSERT INTO `vintages` (`item_id`, `number`, `publisher`, `source_url`, `retrieved_on`, `file_hash`, `series`, `imported_at`)
SELECT `id`, 1, coalesce(`source_name`, ''), coalesce(`source_url`, ''), strftime('%Y-%m-%d', `updated_at` / 1000, 'unixepoch'), 'before vintages were kept',
	(SELECT json_group_object(`country`, json(`points`)) FROM (
		SELECT `country`, json_group_array(json_object('year', `year`, 'value', `value`, 'flags', `flags`)) AS `points`
		FROM (SELECT * FROM `observations` WHERE `item_id` = `items`.`id` ORDER BY `country`, `year`) GROUP BY `country`)),
	`updated_at`
FROM `items` WHERE `type` = 'indicator' AND EXISTS (SELECT 1 FROM `observations` WHERE `item_id` = `items`.`id`);
