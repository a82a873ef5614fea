CREATE TABLE catalog_search (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX catalog_search_words ON catalog_search USING GIN (words);
