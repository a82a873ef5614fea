-- The rows of decisions stand in Records, for every kind of thing alike.
INSERT INTO records_decision_rows (decision_id, target_kind, target_id, was, edit) SELECT decision_id, 'catalog.resource', resource_id, was, edit FROM catalog_decision_rows;
DROP TABLE catalog_decision_rows;
