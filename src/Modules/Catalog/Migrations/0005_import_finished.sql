-- The facets ask at every page which imports finished lately.
CREATE INDEX catalog_imports_finished ON catalog_imports (finished_at);
