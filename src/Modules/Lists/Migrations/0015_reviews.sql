-- 定期复核 for a reason: the law an entry stands on was repealed or amended.
ALTER TABLE lists_negatives ADD COLUMN review_cause TEXT NOT NULL DEFAULT 'None';
ALTER TABLE lists_negatives ADD COLUMN review_law TEXT NOT NULL DEFAULT '';
ALTER TABLE lists_negatives ADD COLUMN review_changed_on TEXT;

-- 年度复核: what is in force is looked at again, unit by unit.
CREATE TABLE lists_reviews (
    id {id},
    title TEXT NOT NULL,
    notice_number TEXT NOT NULL,
    due_on TEXT NOT NULL,
    note TEXT NOT NULL,
    closed BOOLEAN NOT NULL,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_by TEXT NOT NULL,
    closed_at BIGINT,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE lists_review_sheets (
    id {id},
    review_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    since BIGINT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (review_id, unit_id)
);
CREATE INDEX lists_review_sheets_unit ON lists_review_sheets (unit_id, state);

CREATE TABLE lists_review_rows (
    id {id},
    review_id BIGINT NOT NULL,
    sheet_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    basis TEXT NOT NULL,
    cause TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    outcome TEXT NOT NULL,
    outcome_note TEXT NOT NULL,
    successor_id BIGINT NOT NULL
);
CREATE INDEX lists_review_rows_sheet ON lists_review_rows (sheet_id, answer, id);
CREATE INDEX lists_review_rows_outcome ON lists_review_rows (review_id, outcome, id);

-- 影响分析: what a change would hit, as it was when somebody asked. Nothing is changed by it.
CREATE TABLE lists_impacts (
    id {id},
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    change TEXT NOT NULL,
    hits INTEGER NOT NULL,
    content TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX lists_impacts_unit ON lists_impacts (unit_id, id);
