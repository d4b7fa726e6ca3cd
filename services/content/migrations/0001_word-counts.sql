INSERT INTO term_counts (scope, term, n)
SELECT scope, term, count(*) FROM published_terms WHERE term >= 'w:' AND term < 'w;' GROUP BY scope, term
ON CONFLICT (scope, term) DO UPDATE SET n = excluded.n;
