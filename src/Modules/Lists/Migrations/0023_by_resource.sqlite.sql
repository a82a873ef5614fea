-- What the lists say of a resource. The unique indexes are partial, and SQLite takes one only where its condition is repeated word for word; PostgreSQL sees that it follows.
CREATE INDEX lists_entries_by_resource ON lists_entries (resource_id);
CREATE INDEX lists_negatives_by_resource ON lists_negatives (resource_id);
