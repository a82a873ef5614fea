-- 街镇 → 区 → 市: the district that a demand of a street or town goes to first.
ALTER TABLE lists_demands ADD COLUMN district_id BIGINT NOT NULL DEFAULT 0;
CREATE INDEX lists_demands_district ON lists_demands (district_id) WHERE district_id <> 0;
