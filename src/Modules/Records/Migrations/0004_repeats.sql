-- 减负计数: cells of a report that the unit keeps elsewhere already and need not be written again.
ALTER TABLE records_reports ADD COLUMN cells_repeated BIGINT NOT NULL DEFAULT 0;
