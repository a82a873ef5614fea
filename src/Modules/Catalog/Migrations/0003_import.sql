-- What the last import said about a resource, as a digest: the same again brings nothing new.
ALTER TABLE catalog_resources ADD COLUMN import_digest TEXT NOT NULL DEFAULT '';
CREATE INDEX catalog_resources_import ON catalog_resources (import_id) WHERE import_id <> 0;

-- One file on its way into the catalogue.
CREATE TABLE catalog_imports (
    id {id},
    file_id BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    file_digest TEXT NOT NULL,
    file_length BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    unit_name TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    own_unit_only BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    target TEXT NOT NULL,
    only_good BOOLEAN NOT NULL,
    choice TEXT NOT NULL,
    notes TEXT NOT NULL,
    mapping TEXT NOT NULL,
    mapping_name TEXT NOT NULL,
    summary TEXT NOT NULL,
    note TEXT NOT NULL,
    job_id BIGINT NOT NULL,
    edit INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE INDEX catalog_imports_unit ON catalog_imports (unit_id, id);

-- What the check says about each row of the file. Cells are kept only where there is something to say about them.
CREATE TABLE catalog_import_rows (
    id {id},
    import_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    weight TEXT,
    name TEXT NOT NULL,
    provider TEXT NOT NULL,
    codes TEXT NOT NULL,
    notes TEXT NOT NULL,
    cells TEXT NOT NULL,
    changes TEXT NOT NULL
);
CREATE INDEX catalog_import_rows_import ON catalog_import_rows (import_id, id);

-- Resources that existed before and get another content by an import; before the switch they wait here.
CREATE TABLE catalog_import_changes (
    id {id},
    import_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    content TEXT NOT NULL,
    digest TEXT NOT NULL,
    code TEXT,
    national_code TEXT,
    draft_before TEXT,
    state_before TEXT NOT NULL,
    edit_after INTEGER NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX catalog_import_changes_import ON catalog_import_changes (import_id, id);

-- Mappings kept under a name for files with the same header.
CREATE TABLE catalog_import_mappings (
    id {id},
    unit_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    headers TEXT NOT NULL,
    mapping TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (unit_id, name)
);
