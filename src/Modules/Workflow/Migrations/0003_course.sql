-- The whole course of a demand: its district, levels above the city, renewal, suspension, stopping.
ALTER TABLE workflow_cases ADD COLUMN district_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE workflow_cases ADD COLUMN usable_until TEXT;
ALTER TABLE workflow_cases ADD COLUMN asked_on TEXT;
ALTER TABLE workflow_cases ADD COLUMN stops BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE workflow_cases ADD COLUMN outer_number TEXT NOT NULL DEFAULT '';
CREATE INDEX workflow_clocks_owner ON workflow_clocks (owner_id, state);
CREATE INDEX workflow_cases_district ON workflow_cases (district_id) WHERE district_id <> 0;

-- Data in use may be used as long as their demand says.
UPDATE workflow_cases SET usable_until = (SELECT d.ends_on FROM lists_demands d WHERE d.id = workflow_cases.id) WHERE state = 'InUse';

-- Demands in the formal check become cases as those handed in from now on; no term has begun for them.
INSERT INTO workflow_cases (id, name, unit_id, provider_id, state, kind, supply, supply_note, supplements, supplements_allowed, extension_days, extension_reason, due_on, provisional, opened_at, closed_at, edit, revision, changed_at)
SELECT id, name, unit_id, provider_id, 'InCheck', 'Conditional', 'None', '', 0, 1, 0, '', NULL, FALSE, COALESCE(submitted_at, changed_at), NULL, 1, revision, changed_at FROM lists_demands WHERE state = 'InCheck';
