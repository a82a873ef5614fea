-- True for the rows of a resource that has several: words that are asked for together may stand in different ones of them. Nearly all have one.
ALTER TABLE catalog_search ADD COLUMN several BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE catalog_search SET several = TRUE WHERE rowid IN (SELECT rowid FROM catalog_search GROUP BY rowid HAVING count(*) > 1);
CREATE INDEX catalog_search_several ON catalog_search (rowid) WHERE several;
