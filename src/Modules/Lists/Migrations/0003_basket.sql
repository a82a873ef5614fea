-- 需求篮: catalogue rows a person has picked and not yet asked for.
CREATE TABLE lists_basket (
    person_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    item_ids TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, resource_id)
);
-- 坚持提交: why a unit asks for an item of the negative list all the same.
ALTER TABLE lists_demands ADD COLUMN insist TEXT NOT NULL DEFAULT '';
