CREATE TABLE `erased` (
	`person_id` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL
);
