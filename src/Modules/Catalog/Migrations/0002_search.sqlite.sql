-- Bigrams of name, summary, code and items; the row's number is the resource's. Contentless: the texts stand in their own tables.
CREATE VIRTUAL TABLE catalog_search USING fts5(words, content='', contentless_delete=1, tokenize='{bigrams}');
