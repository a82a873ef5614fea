-- Findings about a unit itself, or a row without a resource, among the very many about data. Of two indexes SQLite takes the one of which more columns are given.
CREATE INDEX records_findings_unit ON records_findings (resource_id, entry_id, provider_id, code) WHERE resource_id = 0;
