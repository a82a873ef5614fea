-- 定期复核 for a reason: the law an entry stands on was repealed or amended.
ALTER TABLE lists_negatives ADD COLUMN review_cause TEXT NOT NULL DEFAULT 'None';
ALTER TABLE lists_negatives ADD COLUMN review_law TEXT NOT NULL DEFAULT '';
ALTER TABLE lists_negatives ADD COLUMN review_changed_on TEXT;
