-- 通知: one row for one person. Rows that were told together have one told_id.
CREATE TABLE workflow_notices (
    id {id},
    told_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    urgent BOOLEAN NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    text TEXT NOT NULL,
    args TEXT NOT NULL,
    href TEXT NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT,
    read_by TEXT NOT NULL,
    mail TEXT NOT NULL,
    delivery_id BIGINT
);
CREATE INDEX workflow_notices_person ON workflow_notices (person_id, id);
CREATE INDEX workflow_notices_unread ON workflow_notices (person_id, id) WHERE read_at IS NULL;
CREATE INDEX workflow_notices_told ON workflow_notices (told_id, person_id);
CREATE INDEX workflow_notices_waiting ON workflow_notices (person_id, at) WHERE mail = 'Waiting';
CREATE INDEX workflow_notices_delivery ON workflow_notices (delivery_id) WHERE delivery_id IS NOT NULL;

-- 关注: whoever follows a matter is told of it, as long as he is of the unit he followed it for.
CREATE TABLE workflow_follows (
    person_id BIGINT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, subject_kind, subject_id)
);
CREATE INDEX workflow_follows_subject ON workflow_follows (subject_kind, subject_id);

-- What was said of a term, so that it is said once; a term that moves is another one.
CREATE TABLE workflow_warnings (
    clock_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    due_on TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (clock_id, code, due_on)
);
CREATE INDEX workflow_clocks_due ON workflow_clocks (due_on, id) WHERE state = 'Running';

-- Who acted, by number: names repeat. Steps of before are found again in the audit log.
ALTER TABLE workflow_steps ADD COLUMN person_id BIGINT NOT NULL DEFAULT 0;
UPDATE workflow_steps SET person_id = COALESCE((SELECT MIN(a.actor_id) FROM platform_audit a WHERE a.subject_kind = 'workflow.case' AND a.subject_id = workflow_steps.case_id AND a.unit_id = workflow_steps.unit_id AND a.actor_name = workflow_steps.person), 0);
CREATE INDEX workflow_steps_person ON workflow_steps (person_id, case_id);

-- The inbox reads the newest first, those under way and those that have ended apart.
CREATE INDEX workflow_cases_open ON workflow_cases (revision) WHERE closed_at IS NULL;
CREATE INDEX workflow_cases_ended ON workflow_cases (revision) WHERE closed_at IS NOT NULL;

-- How a person wants to be written to; without a row once a day, in Chinese.
CREATE TABLE workflow_notice_settings (
    person_id {id},
    mode TEXT NOT NULL,
    language TEXT NOT NULL,
    edit INTEGER NOT NULL
);

-- Addresses of programs that are told; unit 0 for the whole city. The secret is encrypted.
CREATE TABLE workflow_hooks (
    id {id},
    unit_id BIGINT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    state TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    edit INTEGER NOT NULL
);

-- 投递: what leaves the house by mail or to a program, and what became of it.
CREATE TABLE workflow_deliveries (
    id {id},
    channel TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    subject_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at BIGINT,
    problem TEXT NOT NULL,
    detail TEXT NOT NULL,
    at BIGINT NOT NULL,
    sent_at BIGINT,
    edit INTEGER NOT NULL
);
CREATE INDEX workflow_deliveries_state ON workflow_deliveries (state, id);

-- 督办单: what the authority asks of a unit about a case, and what came back.
CREATE TABLE workflow_orders (
    id {id},
    number TEXT NOT NULL UNIQUE,
    case_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    asks TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    issuer_role TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    closed_at BIGINT,
    warned_on TEXT,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX workflow_orders_case ON workflow_orders (case_id, id);
CREATE INDEX workflow_orders_unit ON workflow_orders (unit_id, state, id);
CREATE INDEX workflow_orders_open ON workflow_orders (due_on, id) WHERE closed_at IS NULL;
CREATE TABLE workflow_order_steps (
    id {id},
    order_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    text TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX workflow_order_steps_order ON workflow_order_steps (order_id, id);
