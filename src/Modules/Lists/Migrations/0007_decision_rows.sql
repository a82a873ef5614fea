-- What is known of the rows of earlier decisions.
INSERT INTO records_decision_rows (decision_id, target_kind, target_id, was, edit)
SELECT decision_id, 'lists.responsibility', id, '', 0 FROM lists_entries WHERE decision_id <> 0
UNION SELECT decision_id, 'lists.responsibility', entry_id, '', 0 FROM lists_changes WHERE decision_id <> 0;
