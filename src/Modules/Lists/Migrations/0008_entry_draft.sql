-- The draft of the catalogue that was made when a demand for data outside it was confirmed; 0 for none.
ALTER TABLE lists_entries ADD COLUMN draft_id BIGINT NOT NULL DEFAULT 0;
CREATE INDEX lists_entries_draft ON lists_entries (draft_id) WHERE draft_id <> 0;
