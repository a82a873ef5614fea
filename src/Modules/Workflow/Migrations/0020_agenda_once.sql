-- Two people who plan meetings at once: a matter stands on one open agenda. Of meetings planned so before, the earlier one keeps it.
ALTER TABLE workflow_meeting_matters ADD COLUMN open BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE workflow_meeting_matters SET open = TRUE
WHERE EXISTS (SELECT 1 FROM workflow_meetings m WHERE m.id = workflow_meeting_matters.meeting_id AND m.state = 'Planned')
  AND NOT EXISTS (SELECT 1 FROM workflow_meeting_matters o JOIN workflow_meetings m ON m.id = o.meeting_id
    WHERE m.state = 'Planned' AND o.subject_id = workflow_meeting_matters.subject_id AND o.meeting_id < workflow_meeting_matters.meeting_id);
CREATE UNIQUE INDEX workflow_meeting_matters_open ON workflow_meeting_matters (subject_id) WHERE open;
