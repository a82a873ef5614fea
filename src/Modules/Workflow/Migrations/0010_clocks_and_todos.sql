-- A recount goes through running clocks owner by owner; nobody asks for all of a state any more.
DROP INDEX workflow_clocks_state;
CREATE INDEX workflow_clocks_running ON workflow_clocks (owner_id, id) WHERE state = 'Running';

-- What waits for somebody though no move of its state says so.
CREATE INDEX workflow_cases_extension ON workflow_cases (id) WHERE extension_days > 0;
CREATE INDEX workflow_cases_used ON workflow_cases (unit_id, usable_until) WHERE state = 'InUse';
