CREATE TABLE `search_counts` (
	`term` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_documents` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`slug` text NOT NULL,
	`url` text,
	`country` text,
	`date` text NOT NULL,
	`visible_until` integer,
	`original_locale` text NOT NULL,
	`texts` text NOT NULL,
	`words` text NOT NULL,
	`version` integer NOT NULL,
	`indexed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_id_unique` ON `search_documents` (`id`);--> statement-breakpoint
CREATE TABLE `search_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`token` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_state` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_terms` (
	`seq` integer NOT NULL,
	`term` text NOT NULL,
	PRIMARY KEY(`seq`, `term`)
);
--> statement-breakpoint
CREATE TABLE `search_titles` (
	`title` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`title`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `search_titles_by_document` ON `search_titles` (`seq`);--> statement-breakpoint
CREATE TABLE `spelling_grams` (
	`gram` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`gram`, `word`)
);
--> statement-breakpoint
CREATE INDEX `spelling_grams_by_word` ON `spelling_grams` (`word`);--> statement-breakpoint
CREATE TABLE `spellings` (
	`word` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`grams` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `spellings_gone` ON `spellings` (`n`) WHERE n <= 0;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(title, names, labels, summary, body, keys, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'", prefix = '2 3 4');
