-- The number is the resource's; one that is too long for a tsvector has several rows.
CREATE TABLE catalog_search (rowid BIGINT NOT NULL, words TSVECTOR NOT NULL);
CREATE INDEX catalog_search_rowid ON catalog_search (rowid);
CREATE INDEX catalog_search_words ON catalog_search USING GIN (words);
