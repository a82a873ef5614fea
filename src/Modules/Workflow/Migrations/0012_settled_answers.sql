-- What was signed stays: what a dispute made of a refusal stands beside it, under the dispute that did.
ALTER TABLE workflow_answers ADD COLUMN settled TEXT NULL;
ALTER TABLE workflow_answers ADD COLUMN settled_by BIGINT NOT NULL DEFAULT 0;
-- Two resources can have items of one name.
ALTER TABLE workflow_answers ADD COLUMN resource TEXT NOT NULL DEFAULT '';

-- What an answer came to as a whole; of what was signed before, as its items say.
ALTER TABLE workflow_cases ADD COLUMN answered TEXT NOT NULL DEFAULT 'None';
UPDATE workflow_cases SET answered = 'Refused' WHERE EXISTS (SELECT 1 FROM workflow_steps s WHERE s.case_id = workflow_cases.id AND s.act = 'Refuse');
UPDATE workflow_cases SET answered = CASE
    WHEN EXISTS (SELECT 1 FROM workflow_answers a WHERE a.case_id = workflow_cases.id AND a.verdict = 'Refuse') THEN 'Partial'
    WHEN EXISTS (SELECT 1 FROM workflow_answers a WHERE a.case_id = workflow_cases.id AND a.verdict <> 'Agree') THEN 'Alternative'
    ELSE 'Granted' END
WHERE EXISTS (SELECT 1 FROM workflow_steps s WHERE s.case_id = workflow_cases.id AND s.act = 'Consent');
