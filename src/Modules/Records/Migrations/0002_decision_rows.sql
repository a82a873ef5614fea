-- Which rows one decision touched and what they were before: it can be undone as one, and stands in the history of each row, also after it was undone.
CREATE TABLE records_decision_rows (
    decision_id BIGINT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    was TEXT NOT NULL,
    edit INTEGER NOT NULL,
    PRIMARY KEY (decision_id, target_kind, target_id)
);
CREATE INDEX records_decision_rows_target ON records_decision_rows (target_kind, target_id);

-- The number of the document a decision quotes (会议纪要); it stood in the place of the filter.
ALTER TABLE records_decisions ADD COLUMN document_number TEXT NOT NULL DEFAULT '';
UPDATE records_decisions SET document_number = filter, filter = '' WHERE kind = 'lists.negative.decide';

-- SHA-256 of the scan, also in the audit event: a scan exchanged later is noticed.
ALTER TABLE records_sign_offs ADD COLUMN scan_digest TEXT NOT NULL DEFAULT '';
