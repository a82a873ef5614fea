-- Changes that people propose, with their legal anchor, and rules by which changes are confirmed. proposed_by is empty for what the catalogue proposes.
ALTER TABLE lists_changes ADD COLUMN anchor TEXT NOT NULL DEFAULT '';
ALTER TABLE lists_changes ADD COLUMN proposed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE lists_changes ADD COLUMN proposer_unit_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lists_changes ADD COLUMN former_state TEXT NOT NULL DEFAULT 'InForce';

CREATE TABLE lists_change_rules (
    id {id},
    unit_id BIGINT NOT NULL,
    fields TEXT NOT NULL,
    note TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    person_unit_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT NOT NULL
);
CREATE INDEX lists_change_rules_unit ON lists_change_rules (unit_id) WHERE ended_at IS NULL;
