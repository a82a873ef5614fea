CREATE TABLE records_lines (
    id {id},
    list TEXT NOT NULL,
    entry_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    to_at BIGINT,
    content TEXT NOT NULL
);
CREATE UNIQUE INDEX records_lines_current ON records_lines (list, entry_id) WHERE to_at IS NULL;
CREATE INDEX records_lines_order ON records_lines (list, key) WHERE to_at IS NULL;
CREATE INDEX records_lines_entry ON records_lines (list, entry_id, from_at);
CREATE INDEX records_lines_day ON records_lines (list, key, from_at, to_at);
