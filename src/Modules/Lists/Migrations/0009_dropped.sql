-- Candidates that were taken back: whoever holds the negative list in memory learns of them here.
CREATE TABLE lists_dropped (
    id {id},
    revision BIGINT NOT NULL
);
CREATE INDEX lists_dropped_revision ON lists_dropped (revision);
