ALTER TABLE `published` ADD `renew_at` integer;--> statement-breakpoint
CREATE INDEX `published_by_renewal` ON `published` (`renew_at`);--> statement-breakpoint
UPDATE published_terms SET scope = 'public publications' WHERE scope IN ('public publication', 'public meeting-report', 'public monitoring-instrument');--> statement-breakpoint
UPDATE published_terms SET scope = 'members publications' WHERE scope IN ('members publication', 'members meeting-report', 'members monitoring-instrument');--> statement-breakpoint
INSERT INTO term_counts (scope, term, n)
SELECT substr(scope, 1, instr(scope, ' ')) || 'publications', term, sum(n) FROM term_counts
WHERE substr(scope, instr(scope, ' ') + 1) IN ('publication', 'meeting-report', 'monitoring-instrument') GROUP BY 1, 2;--> statement-breakpoint
DELETE FROM term_counts WHERE substr(scope, instr(scope, ' ') + 1) IN ('publication', 'meeting-report', 'monitoring-instrument');--> statement-breakpoint
INSERT INTO pair_counts (scope, term, other, n)
SELECT substr(scope, 1, instr(scope, ' ')) || 'publications', term, other, sum(n) FROM pair_counts
WHERE substr(scope, instr(scope, ' ') + 1) IN ('publication', 'meeting-report', 'monitoring-instrument') GROUP BY 1, 2, 3;--> statement-breakpoint
DELETE FROM pair_counts WHERE substr(scope, instr(scope, ' ') + 1) IN ('publication', 'meeting-report', 'monitoring-instrument');--> statement-breakpoint
UPDATE published SET renew_at = 0 WHERE type <> 'practice';
