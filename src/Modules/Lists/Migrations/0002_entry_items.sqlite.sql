-- Read only by their entry, in order; a million rows at a time are written: one tree, no second index.
CREATE TABLE lists_entry_items (
    entry_id INTEGER NOT NULL, place INTEGER NOT NULL, item_id INTEGER NOT NULL, name TEXT NOT NULL, share TEXT, share_condition TEXT NOT NULL,
    PRIMARY KEY (entry_id, place)
) WITHOUT ROWID;
