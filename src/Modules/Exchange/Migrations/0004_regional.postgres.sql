-- 区域授权: each unit of the district that uses it has a grant of its own under the district's.
ALTER TABLE exchange_grants ADD COLUMN regional BOOLEAN NOT NULL DEFAULT FALSE, ADD COLUMN parent_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE exchange_grants DROP CONSTRAINT exchange_grants_case_id_resource_id_verifies_key, ADD UNIQUE (case_id, resource_id, verifies, unit_id);
CREATE INDEX exchange_grants_parent ON exchange_grants (parent_id) WHERE parent_id <> 0;
CREATE INDEX exchange_grants_ends ON exchange_grants (ends_on);
