-- 签批: a consent or opinion, by the person in the system or on paper; never changed, visible for ever.
CREATE TABLE records_sign_offs (
    id {id},
    target_kind TEXT NOT NULL,
    target_id BIGINT NOT NULL,
    step TEXT NOT NULL,
    agrees BOOLEAN NOT NULL,
    opinion TEXT NOT NULL,
    signer TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    on_paper BOOLEAN NOT NULL,
    document_number TEXT NOT NULL,
    scan_file_id BIGINT NOT NULL,
    recorder_id BIGINT NOT NULL,
    recorder_name TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX records_sign_offs_target ON records_sign_offs (target_kind, target_id, at);

-- One decision over many rows, so that it can be shown, explained and undone as one.
CREATE TABLE records_decisions (
    id {id},
    kind TEXT NOT NULL,
    filter TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    why TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    undone_at BIGINT,
    undone_by TEXT NOT NULL
);
CREATE INDEX records_decisions_kind ON records_decisions (kind, at);
