-- The book of lines follows what was written in the order of revision and id (LineBook.Follow).
DROP INDEX lists_entries_revision;
DROP INDEX lists_negatives_revision;
DROP INDEX lists_demands_revision;
CREATE INDEX lists_entries_revision ON lists_entries (revision, id);
CREATE INDEX lists_negatives_revision ON lists_negatives (revision, id);
CREATE INDEX lists_demands_revision ON lists_demands (revision, id);
