-- 职能划转: what one unit kept goes to another from a day on. A split is several of them under one document.
CREATE TABLE organizations_transfers (
    id {id},
    kind TEXT NOT NULL,
    from_id BIGINT NOT NULL REFERENCES organizations_units (id),
    to_id BIGINT NOT NULL REFERENCES organizations_units (id),
    scope TEXT NOT NULL,
    system_name TEXT NOT NULL,
    day TEXT NOT NULL,
    document TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    problem TEXT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    person_name TEXT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT NOT NULL
);
CREATE INDEX organizations_transfers_from ON organizations_transfers (from_id);
CREATE INDEX organizations_transfers_to ON organizations_transfers (to_id);
CREATE INDEX organizations_transfers_due ON organizations_transfers (day) WHERE state = 'Pending';

-- The resources that were ticked, where only some go.
CREATE TABLE organizations_transfer_picks (
    transfer_id BIGINT NOT NULL REFERENCES organizations_transfers (id),
    resource_id BIGINT NOT NULL,
    PRIMARY KEY (transfer_id, resource_id)
);

-- What went on its day, as it stood then: the hand-over sheet stays as it was signed.
CREATE TABLE organizations_transfer_rows (
    transfer_id BIGINT NOT NULL REFERENCES organizations_transfers (id),
    kind TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT,
    due_word TEXT NOT NULL,
    stays TEXT NOT NULL,
    PRIMARY KEY (transfer_id, kind, target_id)
);
