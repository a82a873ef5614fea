-- Who did what, when and why. Rows are only added; the sealer fills seal and digest once.
CREATE TABLE platform_audit (
    id {id},
    at BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    unit_name TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    subject_name TEXT NOT NULL,
    before TEXT,
    after TEXT,
    why TEXT,
    seal BIGINT UNIQUE,
    digest TEXT
);
CREATE INDEX platform_audit_subject ON platform_audit (subject_kind, subject_id);
CREATE INDEX platform_audit_open ON platform_audit (id) WHERE seal IS NULL;

-- Slow work, enqueued in the transaction of the change that asks for it.
CREATE TABLE platform_jobs (
    id {id},
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    actor TEXT NOT NULL,
    state TEXT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    note TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    lease_until BIGINT NOT NULL
);
CREATE INDEX platform_jobs_open ON platform_jobs (state, created_at);

-- Uploaded files in pieces, so that every node and every backup has them.
CREATE TABLE platform_files (
    id {id},
    name TEXT NOT NULL,
    length BIGINT NOT NULL,
    digest TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor_id BIGINT NOT NULL
);
