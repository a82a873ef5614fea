-- 争议: beside a case, one open at a time.
CREATE TABLE workflow_disputes (
    id {id},
    case_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    claim TEXT NOT NULL,
    outcome TEXT NOT NULL,
    document_number TEXT NOT NULL,
    due_on TEXT,
    provisional BOOLEAN NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX workflow_disputes_open ON workflow_disputes (case_id) WHERE closed_at IS NULL;
CREATE INDEX workflow_disputes_case ON workflow_disputes (case_id);
CREATE INDEX workflow_disputes_unit ON workflow_disputes (unit_id);
CREATE INDEX workflow_disputes_provider ON workflow_disputes (provider_id);

CREATE TABLE workflow_dispute_steps (
    id {id},
    dispute_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX workflow_dispute_steps_dispute ON workflow_dispute_steps (dispute_id, id);

-- 会商: a meeting, and the matters on its agenda.
CREATE TABLE workflow_meetings (
    id {id},
    title TEXT NOT NULL,
    meets_on TEXT NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL,
    minutes_number TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE workflow_meeting_matters (
    meeting_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    PRIMARY KEY (meeting_id, place)
);
CREATE INDEX workflow_meeting_matters_subject ON workflow_meeting_matters (subject_id);
