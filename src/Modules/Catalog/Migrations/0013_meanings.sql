-- 一数一源: up to which revision the items of a resource were gathered by their meaning. What is not up to date stands in a small index of its own.
ALTER TABLE catalog_resources ADD COLUMN gathered BIGINT NOT NULL DEFAULT 0;
CREATE INDEX catalog_resources_gathered ON catalog_resources (gathered, id) WHERE gathered <> revision AND state <> 'Staged';

-- One meaning of items, by their name, and what was decided about it. The figures follow from the catalogue in force.
CREATE TABLE catalog_meanings (
    id {id},
    name_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    units INTEGER NOT NULL,
    resources INTEGER NOT NULL,
    items INTEGER NOT NULL,
    differs BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    source_unit_id BIGINT NOT NULL,
    document TEXT NOT NULL,
    why TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at BIGINT,
    edit INTEGER NOT NULL
);
CREATE INDEX catalog_meanings_state ON catalog_meanings (state, units, id);

-- Which resource has items of which meaning.
CREATE TABLE catalog_meaning_members (
    resource_id BIGINT NOT NULL,
    meaning_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    data_type TEXT NOT NULL,
    length INTEGER NOT NULL,
    items INTEGER NOT NULL,
    PRIMARY KEY (resource_id, meaning_id)
);
CREATE INDEX catalog_meaning_members_meaning ON catalog_meaning_members (meaning_id, unit_id, resource_id);

-- The members counted: a changed resource adds and takes away, nobody counts all.
CREATE TABLE catalog_meaning_counts (
    meaning_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    data_type TEXT NOT NULL,
    length INTEGER NOT NULL,
    resources INTEGER NOT NULL,
    items INTEGER NOT NULL,
    PRIMARY KEY (meaning_id, unit_id, data_type, length)
);
CREATE INDEX catalog_meaning_counts_unit ON catalog_meaning_counts (unit_id, meaning_id);
