-- Units (单位). A row is never deleted: a merged unit points at the one it became.
CREATE TABLE organizations_units (
    id {id},
    parent_id BIGINT REFERENCES organizations_units (id),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    kind_inferred BOOLEAN NOT NULL,
    level TEXT NOT NULL,
    district TEXT NOT NULL,
    uscc TEXT UNIQUE,
    code TEXT UNIQUE,
    state TEXT NOT NULL,
    merged_into_id BIGINT REFERENCES organizations_units (id),
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX organizations_units_parent ON organizations_units (parent_id);
CREATE INDEX organizations_units_merged ON organizations_units (merged_into_id);

-- All names a unit is known by, each with its normalised key: one name means one unit.
CREATE TABLE organizations_names (
    id {id},
    unit_id BIGINT NOT NULL REFERENCES organizations_units (id),
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL
);
CREATE INDEX organizations_names_unit ON organizations_names (unit_id);

-- What happened to a unit: renamed, merged, duties moved.
CREATE TABLE organizations_history (
    id {id},
    unit_id BIGINT NOT NULL REFERENCES organizations_units (id),
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    document TEXT NOT NULL,
    note TEXT NOT NULL,
    other_unit_id BIGINT REFERENCES organizations_units (id),
    at BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    person_name TEXT NOT NULL
);
CREATE INDEX organizations_history_unit ON organizations_history (unit_id, id);

-- Pairs that somebody said are two units; they are not proposed again.
CREATE TABLE organizations_kept_apart (
    low_id BIGINT NOT NULL REFERENCES organizations_units (id),
    high_id BIGINT NOT NULL REFERENCES organizations_units (id),
    at BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    person_name TEXT NOT NULL,
    PRIMARY KEY (low_id, high_id)
);
