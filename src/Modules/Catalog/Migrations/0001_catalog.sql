-- 数据目录: one row per resource. What rules, lists or queries name is a column; the declared rest is JSON in elements.
CREATE TABLE catalog_resources (
    id {id},
    code TEXT UNIQUE,
    national_code TEXT UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    provider_id BIGINT NOT NULL,
    summary TEXT NOT NULL,
    theme TEXT NOT NULL,
    system_name TEXT NOT NULL,
    duty TEXT NOT NULL,
    formats TEXT NOT NULL,
    frequency TEXT,
    share TEXT,
    share_stated BOOLEAN NOT NULL,
    share_condition TEXT NOT NULL,
    share_reason TEXT NOT NULL,
    share_ways TEXT NOT NULL,
    open_type TEXT,
    data_level TEXT NOT NULL,
    data_updated_on TEXT,
    elements TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX catalog_resources_provider ON catalog_resources (provider_id);
CREATE INDEX catalog_resources_revision ON catalog_resources (revision);

-- 数据项: rows of their own. No share means: as the resource.
CREATE TABLE catalog_items (
    id {id},
    resource_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    field_name TEXT NOT NULL,
    data_type TEXT NOT NULL,
    length INTEGER,
    note TEXT NOT NULL,
    share TEXT,
    share_condition TEXT NOT NULL,
    share_reason TEXT NOT NULL,
    open_type TEXT,
    elements TEXT NOT NULL
);
CREATE INDEX catalog_items_resource ON catalog_items (resource_id, place);

-- What a unit is changing on a published resource; the published row stays in force until the authority approves.
CREATE TABLE catalog_drafts (
    resource_id {id},
    content TEXT NOT NULL,
    author_id BIGINT NOT NULL,
    author_name TEXT NOT NULL,
    edit INTEGER NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Superseded versions. The one in force is the resource's own row; it is copied here when the next replaces it.
CREATE TABLE catalog_versions (
    id {id},
    resource_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    replaced_at BIGINT NOT NULL,
    replaced_by TEXT NOT NULL,
    import_id BIGINT NOT NULL,
    UNIQUE (resource_id, number)
);

-- The last number given under a prefix of either code scheme.
CREATE TABLE catalog_code_counters (
    prefix TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);
