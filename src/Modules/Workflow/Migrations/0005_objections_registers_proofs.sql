-- 数据异议: a unit says that data of another are wrong. Its clock stands among those of the cases.
CREATE TABLE workflow_objections (
    id {id},
    resource_id BIGINT NOT NULL,
    resource TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    wrong TEXT NOT NULL,
    what TEXT NOT NULL,
    record TEXT NOT NULL,
    should_be TEXT NOT NULL,
    source_id BIGINT NOT NULL,
    source_system TEXT NOT NULL,
    outcome TEXT NOT NULL,
    result TEXT NOT NULL,
    corrected_on TEXT,
    contested_on TEXT,
    insisted BOOLEAN NOT NULL,
    due_on TEXT,
    provisional BOOLEAN NOT NULL,
    raised_at BIGINT NOT NULL,
    closed_at BIGINT,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX workflow_objections_provider ON workflow_objections (provider_id, state);
CREATE INDEX workflow_objections_unit ON workflow_objections (unit_id, state);
CREATE INDEX workflow_objections_source ON workflow_objections (source_id) WHERE source_id <> 0;
CREATE INDEX workflow_objections_contested ON workflow_objections (resource_id) WHERE contested_on IS NOT NULL;

CREATE TABLE workflow_objection_items (
    objection_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (objection_id, item_id)
);

-- 证明材料.
CREATE TABLE workflow_objection_proofs (
    id {id},
    objection_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    length BIGINT NOT NULL
);
CREATE INDEX workflow_objection_proofs_objection ON workflow_objection_proofs (objection_id);

CREATE TABLE workflow_objection_steps (
    id {id},
    objection_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX workflow_objection_steps_objection ON workflow_objection_steps (objection_id, id);

-- 告知: which units that use the data were told what was found.
CREATE TABLE workflow_told_units (
    id {id},
    objection_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX workflow_told_units_objection ON workflow_told_units (objection_id);

-- 归集登记, 属地返还登记: what the platform has collected, and what is given back to districts.
CREATE TABLE workflow_registers (
    id {id},
    kind TEXT NOT NULL,
    resource_id BIGINT NOT NULL,
    resource TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    origin TEXT NOT NULL,
    way TEXT NOT NULL,
    frequency TEXT NOT NULL,
    since_on TEXT NOT NULL,
    due_on TEXT,
    last_on TEXT,
    ended_on TEXT,
    rows BIGINT,
    note TEXT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX workflow_registers_kind ON workflow_registers (kind, id);
CREATE INDEX workflow_registers_resource ON workflow_registers (resource_id, kind);

-- 履职凭证: what was signed, and the key it was signed with.
CREATE TABLE workflow_proofs (
    id {id},
    case_id BIGINT NOT NULL,
    payload TEXT NOT NULL,
    signature TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    person TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX workflow_proofs_case ON workflow_proofs (case_id);

CREATE TABLE workflow_proof_keys (
    id {id},
    public_pem TEXT NOT NULL,
    private_pem TEXT NOT NULL,
    at BIGINT NOT NULL
);
