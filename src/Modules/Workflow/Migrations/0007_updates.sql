-- 目录更新: the law or the duties of a unit changed, and its catalogue has to follow. Its clock stands among those of the cases.
CREATE TABLE workflow_updates (
    id {id},
    unit_id BIGINT NOT NULL,
    cause TEXT NOT NULL,
    basis TEXT NOT NULL,
    what TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    origin TEXT NOT NULL,
    origin_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    no_need TEXT NOT NULL,
    extension_days INTEGER NOT NULL,
    extension_reason TEXT NOT NULL,
    extended INTEGER NOT NULL,
    due_on TEXT,
    provisional BOOLEAN NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX workflow_updates_unit ON workflow_updates (unit_id, state);
CREATE INDEX workflow_updates_state ON workflow_updates (state);
-- What opens by itself opens once: for a transfer, and for a version of a law and a unit.
CREATE UNIQUE INDEX workflow_updates_origin ON workflow_updates (origin_id, unit_id) WHERE origin_id <> 0;

-- The resources concerned, with the version that was in force on the day of the change.
CREATE TABLE workflow_update_resources (
    update_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    version_before INTEGER NOT NULL,
    unaffected TEXT NOT NULL,
    PRIMARY KEY (update_id, resource_id)
);

CREATE TABLE workflow_update_steps (
    id {id},
    update_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX workflow_update_steps_update ON workflow_update_steps (update_id, id);

-- Versions of laws for which the units that cite them have been asked already.
CREATE TABLE workflow_followed_laws (
    law_id {id},
    at BIGINT NOT NULL
);
