-- Up to which revision the rules of quality have looked at a resource, and until when its data are fresh by their rhythm.
ALTER TABLE catalog_resources ADD COLUMN checked BIGINT NOT NULL DEFAULT 0;
ALTER TABLE catalog_resources ADD COLUMN fresh_until TEXT;
CREATE INDEX catalog_resources_unchecked ON catalog_resources (id) WHERE checked <> revision AND state <> 'Staged';
CREATE INDEX catalog_resources_fresh ON catalog_resources (fresh_until) WHERE fresh_until IS NOT NULL;

-- The rules that all resources were last checked by: with others all are looked at again.
CREATE TABLE catalog_quality_rules (
    digest TEXT NOT NULL
);
