-- A law changes more than once: what was followed is a change on a day, for a purpose (updates of the catalogue; what stands on it).
ALTER TABLE workflow_followed_laws RENAME TO workflow_followed_before;
CREATE TABLE workflow_followed_laws (
    law_id BIGINT NOT NULL,
    changed_on TEXT NOT NULL,
    purpose TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (law_id, changed_on, purpose)
);
-- The day of a law that opened nothing was not kept: it is followed as of its beginning, whatever its day.
INSERT INTO workflow_followed_laws (law_id, changed_on, purpose, at)
SELECT law_id, COALESCE((SELECT MAX(u.changed_on) FROM workflow_updates u WHERE u.origin_id = law_id), '0001-01-01'), 'Updates', at FROM workflow_followed_before;
DROP TABLE workflow_followed_before;

DROP INDEX workflow_updates_origin;
CREATE UNIQUE INDEX workflow_updates_origin ON workflow_updates (origin_id, unit_id, changed_on) WHERE origin_id <> 0;

-- 援引某部法规的拒绝: found by what they cite.
CREATE INDEX workflow_answers_refused ON workflow_answers (basis_name) WHERE verdict = 'Refuse';
