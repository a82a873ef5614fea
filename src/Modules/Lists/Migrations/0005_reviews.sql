-- 重新审核: the entry in force that this one is to replace. Until it is listed both stand, so a resource is unique only together with it.
ALTER TABLE lists_negatives ADD COLUMN replaces_id BIGINT NOT NULL DEFAULT 0;
-- Items that the authority took out when it narrowed the entry: ids separated by commas.
ALTER TABLE lists_negatives ADD COLUMN narrowed TEXT NOT NULL DEFAULT '';
DROP INDEX lists_negatives_resource;
CREATE UNIQUE INDEX lists_negatives_resource ON lists_negatives (resource_id, replaces_id) WHERE resource_id <> 0 AND state <> 'Removed';
CREATE UNIQUE INDEX lists_negatives_replaces ON lists_negatives (replaces_id) WHERE replaces_id <> 0 AND state <> 'Rejected' AND state <> 'Removed';
-- A finding is about a row and names its items.
ALTER TABLE lists_findings DROP COLUMN item_id;
