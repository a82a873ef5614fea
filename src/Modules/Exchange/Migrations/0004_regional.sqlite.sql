-- 区域授权: each unit of the district that uses it has a grant of its own under the district's. SQLite alters no constraint: the table is made anew.
CREATE TABLE exchange_grants_next (
    id {id},
    number TEXT NOT NULL UNIQUE,
    case_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    resource TEXT NOT NULL,
    items TEXT NOT NULL,
    verifies BOOLEAN NOT NULL,
    purpose TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    quota INTEGER NOT NULL,
    rate INTEGER NOT NULL,
    state TEXT NOT NULL,
    suspended_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    announced_on TEXT,
    granted_at BIGINT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    regional BOOLEAN NOT NULL DEFAULT FALSE,
    parent_id BIGINT NOT NULL DEFAULT 0,
    UNIQUE (case_id, resource_id, verifies, unit_id)
);
INSERT INTO exchange_grants_next (id, number, case_id, unit_id, application_id, provider_id, resource_id, resource, items, verifies, purpose, starts_on, ends_on, quota, rate, state, suspended_by, reason, announced_on, granted_at, edit, revision, changed_at) SELECT id, number, case_id, unit_id, application_id, provider_id, resource_id, resource, items, verifies, purpose, starts_on, ends_on, quota, rate, state, suspended_by, reason, announced_on, granted_at, edit, revision, changed_at FROM exchange_grants;
DROP TABLE exchange_grants;
ALTER TABLE exchange_grants_next RENAME TO exchange_grants;
CREATE INDEX exchange_grants_resource ON exchange_grants (resource_id);
CREATE INDEX exchange_grants_unit ON exchange_grants (unit_id, state);
CREATE INDEX exchange_grants_provider ON exchange_grants (provider_id, state);
CREATE INDEX exchange_grants_application ON exchange_grants (application_id);
CREATE INDEX exchange_grants_revision ON exchange_grants (revision);
CREATE INDEX exchange_grants_parent ON exchange_grants (parent_id) WHERE parent_id <> 0;
CREATE INDEX exchange_grants_ends ON exchange_grants (ends_on);
