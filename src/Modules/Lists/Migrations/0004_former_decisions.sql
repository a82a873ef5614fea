-- Who had decided on a row before a change of it was confirmed: undoing the change brings that back too.
ALTER TABLE lists_changes ADD COLUMN former_decision_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lists_changes ADD COLUMN former_by TEXT NOT NULL DEFAULT '';
ALTER TABLE lists_changes ADD COLUMN former_at BIGINT;
