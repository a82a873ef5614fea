-- The provider sees a case from the day it was told of it, and what was withdrawn or refused before never.
ALTER TABLE workflow_cases ADD COLUMN handed BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE workflow_cases SET handed = TRUE WHERE EXISTS (SELECT 1 FROM workflow_steps s WHERE s.case_id = workflow_cases.id AND s.act IN ('Dispatch', 'TakeByDistrict', 'GrantDirectly', 'GrantedAbove'));

-- A dispute that was settled while the data were in use: they are in use still, and more is to be supplied.
UPDATE workflow_cases SET state = 'ToSupplyMore' WHERE state = 'ToSupply' AND supply <> 'None';

-- A pause ends with its clock.
UPDATE workflow_pauses SET to_on = (SELECT c.stopped_on FROM workflow_clocks c WHERE c.id = workflow_pauses.clock_id)
WHERE to_on IS NULL AND EXISTS (SELECT 1 FROM workflow_clocks c WHERE c.id = workflow_pauses.clock_id AND c.stopped_on IS NOT NULL);
