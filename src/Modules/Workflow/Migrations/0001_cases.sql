-- 需求办理: one case for each listed demand, under its number. What is wanted stands in the demand; here is what becomes of it.
CREATE TABLE workflow_cases (
    id {id},
    name TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    supply TEXT NOT NULL,
    supply_note TEXT NOT NULL,
    supplements INTEGER NOT NULL,
    supplements_allowed INTEGER NOT NULL,
    extension_days INTEGER NOT NULL,
    extension_reason TEXT NOT NULL,
    due_on TEXT,
    provisional BOOLEAN NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX workflow_cases_revision ON workflow_cases (revision);
CREATE INDEX workflow_cases_provider ON workflow_cases (provider_id, state);
CREATE INDEX workflow_cases_unit ON workflow_cases (unit_id, state);
CREATE INDEX workflow_cases_due ON workflow_cases (due_on) WHERE due_on IS NOT NULL;

-- What happened, in order: replayed through the table of moves it gives the state.
CREATE TABLE workflow_steps (
    id {id},
    case_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX workflow_steps_case ON workflow_steps (case_id, id);

-- 答复: what the provider says of each wanted item.
CREATE TABLE workflow_answers (
    case_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    verdict TEXT NOT NULL,
    condition TEXT NOT NULL,
    reason TEXT NOT NULL,
    basis_name TEXT NOT NULL,
    basis_clause TEXT NOT NULL,
    PRIMARY KEY (case_id, item_id)
);

-- 期限: the clocks of a case, the running one and those that have ended.
CREATE TABLE workflow_clocks (
    id {id},
    case_id BIGINT NOT NULL,
    timer TEXT NOT NULL,
    profile TEXT NOT NULL,
    owner_id BIGINT NOT NULL,
    started_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    working_days BOOLEAN NOT NULL,
    extension INTEGER NOT NULL,
    due_on TEXT,
    provisional BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    stopped_on TEXT
);
CREATE INDEX workflow_clocks_case ON workflow_clocks (case_id, id);
CREATE INDEX workflow_clocks_state ON workflow_clocks (state, id);

-- Days on which a clock stood still, and for whose sake: they are nobody's fault and are kept apart.
CREATE TABLE workflow_pauses (
    id {id},
    clock_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT
);
CREATE INDEX workflow_pauses_clock ON workflow_pauses (clock_id);

-- 使用记录: what became of the data; kept three years at least.
CREATE TABLE workflow_disposals (
    case_id {id},
    scene TEXT NOT NULL,
    course TEXT NOT NULL,
    effect TEXT NOT NULL,
    storage TEXT NOT NULL,
    destruction TEXT NOT NULL,
    destroyed_on TEXT NOT NULL
);

-- Demands listed before there were cases wait for their dispatch; no term has begun for them.
INSERT INTO workflow_cases (id, name, unit_id, provider_id, state, kind, supply, supply_note, supplements, supplements_allowed, extension_days, extension_reason, due_on, provisional, opened_at, closed_at, edit, revision, changed_at)
SELECT id, name, unit_id, provider_id, 'ToDispatch', 'Conditional', 'None', '', 0, 1, 0, '', NULL, FALSE, COALESCE(listed_at, changed_at), NULL, 1, revision, changed_at FROM lists_demands WHERE state = 'Listed';
