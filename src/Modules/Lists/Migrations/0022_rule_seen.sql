-- How far a rule of confirmation has looked through the proposed changes.
ALTER TABLE lists_change_rules ADD COLUMN seen_id BIGINT NOT NULL DEFAULT 0;
