CREATE TABLE lists_entry_items (
    entry_id BIGINT NOT NULL, place BIGINT NOT NULL, item_id BIGINT NOT NULL, name TEXT NOT NULL, share TEXT, share_condition TEXT NOT NULL,
    PRIMARY KEY (entry_id, place)
);
