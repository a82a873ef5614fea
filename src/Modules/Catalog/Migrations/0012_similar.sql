-- 合并: the resource that goes on for one that was found to be the same; 0 for none. Its codes are former codes of that one.
ALTER TABLE catalog_resources ADD COLUMN merged_into BIGINT NOT NULL DEFAULT 0;
CREATE INDEX catalog_resources_merged ON catalog_resources (merged_into) WHERE merged_into <> 0;

-- Up to which revision a resource was compared with others. What is not up to date stands in a small index of its own.
ALTER TABLE catalog_resources ADD COLUMN compared BIGINT NOT NULL DEFAULT 0;
CREATE INDEX catalog_resources_compared ON catalog_resources (compared, id) WHERE compared <> revision AND state <> 'Staged';

-- Compared again, though unchanged: one of its keys became telling, or ceased to be.
CREATE TABLE catalog_similar_again (resource_id {id});

-- Few keys a resource: of its name, and bands over its items. Only who shares one is compared.
CREATE TABLE catalog_similar_keys (
    resource_id BIGINT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (resource_id, value)
);
CREATE INDEX catalog_similar_keys_value ON catalog_similar_keys (value, resource_id);

-- Two resources that may be one. Follows from catalogue and rejections alone.
CREATE TABLE catalog_similar_pairs (
    first_id BIGINT NOT NULL,
    second_id BIGINT NOT NULL,
    score INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (first_id, second_id)
);
CREATE INDEX catalog_similar_pairs_second ON catalog_similar_pairs (second_id);

-- 不是同一个: what a person said, and what both looked like then.
CREATE TABLE catalog_similar_rejections (
    first_id BIGINT NOT NULL,
    second_id BIGINT NOT NULL,
    first_print TEXT NOT NULL,
    second_print TEXT NOT NULL,
    group_id BIGINT NOT NULL,
    PRIMARY KEY (first_id, second_id)
);
CREATE INDEX catalog_similar_rejections_second ON catalog_similar_rejections (second_id);
CREATE INDEX catalog_similar_rejections_group ON catalog_similar_rejections (group_id);

CREATE TABLE catalog_similar_groups (
    id {id},
    score INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    kept_id BIGINT NOT NULL,
    decision_id BIGINT NOT NULL,
    why TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at BIGINT,
    undo TEXT NOT NULL
);
CREATE INDEX catalog_similar_groups_state ON catalog_similar_groups (state, score, id);
CREATE INDEX catalog_similar_groups_decision ON catalog_similar_groups (decision_id) WHERE decision_id <> 0;

CREATE TABLE catalog_similar_members (
    group_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    PRIMARY KEY (group_id, resource_id)
);
CREATE INDEX catalog_similar_members_resource ON catalog_similar_members (resource_id);
CREATE INDEX catalog_similar_members_provider ON catalog_similar_members (provider_id, group_id);
