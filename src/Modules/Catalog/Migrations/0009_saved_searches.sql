-- 保存的检索: what a person looks for again, as it stands in the address, and since when he has not looked.
CREATE TABLE catalog_saved_searches (
    id {id},
    person_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    looked_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (person_id, name)
);
