-- Practices are found by whether they were verified: their terms are made anew.
UPDATE published SET renew_at = 0 WHERE type = 'practice';
