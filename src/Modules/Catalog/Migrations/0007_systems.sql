-- 系统目录: the information systems of a unit. Which resources come from one is read from their own text, so it stays true whatever is edited or imported.
CREATE TABLE catalog_systems (
    id {id},
    unit_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    aliases TEXT NOT NULL,
    protection TEXT,
    builder TEXT NOT NULL,
    project TEXT NOT NULL,
    launched_on TEXT,
    state TEXT NOT NULL,
    proposed BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (unit_id, name_key)
);

-- 职责目录: what a unit is there for, by the document that says so.
CREATE TABLE catalog_duties (
    id {id},
    unit_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    basis TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (unit_id, name_key)
);

-- What serves a duty, chosen by hand.
CREATE TABLE catalog_duty_links (
    duty_id BIGINT NOT NULL,
    target TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    PRIMARY KEY (duty_id, target, target_id)
);
CREATE INDEX catalog_duty_links_target ON catalog_duty_links (target, target_id);

-- 预编目: the resources a system is to have, before it is launched.
CREATE TABLE catalog_system_plans (
    id {id},
    system_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    items TEXT NOT NULL,
    share TEXT,
    frequency TEXT,
    draft_id BIGINT NOT NULL
);
CREATE INDEX catalog_system_plans_system ON catalog_system_plans (system_id, place);

-- 验收核对: what was found on a day, kept as it was.
CREATE TABLE catalog_system_checks (
    id {id},
    system_id BIGINT NOT NULL,
    passed BOOLEAN NOT NULL,
    checker TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    remark TEXT NOT NULL,
    lines TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX catalog_system_checks_system ON catalog_system_checks (system_id, id);
