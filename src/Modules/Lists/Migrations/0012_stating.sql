-- 区域授权: asked for the use of the whole district.
ALTER TABLE lists_demands ADD COLUMN regional BOOLEAN NOT NULL DEFAULT FALSE;
-- Why a basis that is no longer the law is cited all the same.
ALTER TABLE lists_demands ADD COLUMN basis_reason TEXT NOT NULL DEFAULT '';

-- 附件 of a demand. One that was taken off stays, as removed.
CREATE TABLE lists_demand_files (
    id {id},
    demand_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX lists_demand_files_demand ON lists_demand_files (demand_id);

-- 批量提需求: a workbook of many demands, looked at before drafts are made of it.
CREATE TABLE lists_demand_imports (
    id {id},
    unit_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    headers TEXT NOT NULL,
    choice TEXT NOT NULL,
    mapping TEXT NOT NULL,
    state TEXT NOT NULL,
    edit BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    made BIGINT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX lists_demand_imports_unit ON lists_demand_imports (unit_id, id);
