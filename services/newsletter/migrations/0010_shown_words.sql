CREATE TABLE `consent_texts` (
	`hash` text PRIMARY KEY NOT NULL,
	`text_id` text NOT NULL,
	`locale` text NOT NULL,
	`words` text NOT NULL,
	`first_at` integer NOT NULL
);

--> statement-breakpoint
CREATE TRIGGER `consent_texts_stay` BEFORE UPDATE ON `consent_texts` BEGIN
	SELECT RAISE(ABORT, 'words that were shown never change');
END;
--> statement-breakpoint
CREATE TRIGGER `consents_stay` BEFORE UPDATE ON `consents` BEGIN
	SELECT RAISE(ABORT, 'the ledger of consents is only added to');
END;
--> statement-breakpoint
CREATE TRIGGER `consents_remain` BEFORE DELETE ON `consents` BEGIN
	SELECT RAISE(ABORT, 'the ledger of consents is only added to');
END;
--> statement-breakpoint
-- REPLACE asks no trigger of DELETE. The words are those of SQLite, by which a writer knows that the place is taken.
CREATE TRIGGER `consents_replace_none` BEFORE INSERT ON `consents` WHEN EXISTS (SELECT 1 FROM `consents` WHERE `seq` = NEW.`seq`) BEGIN
	SELECT RAISE(ABORT, 'UNIQUE constraint failed: consents.seq');
END;
--> statement-breakpoint
UPDATE `suppressions` SET `reason` = CASE `source` WHEN 'time' THEN 'left' ELSE 'erasure' END WHERE `reason` = 'objection' AND `source` IN ('page', 'account', 'time');
