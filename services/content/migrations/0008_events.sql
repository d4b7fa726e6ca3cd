UPDATE published SET renew_at = 0 WHERE type = 'event';
