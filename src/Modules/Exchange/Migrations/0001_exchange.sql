-- 接入应用: systems of units that call through the gateway.
CREATE TABLE exchange_applications (
    id {id},
    unit_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    allowlist TEXT NOT NULL,
    client_id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    asked_name TEXT NOT NULL,
    asked_purpose TEXT NOT NULL,
    asked_allowlist TEXT NOT NULL,
    tokens_after BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at BIGINT,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX exchange_applications_unit ON exchange_applications (unit_id, state);

-- Digests of secrets, never the secrets.
CREATE TABLE exchange_secrets (
    id {id},
    application_id BIGINT NOT NULL,
    digest TEXT NOT NULL,
    ending TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    until BIGINT
);
CREATE INDEX exchange_secrets_application ON exchange_secrets (application_id);

CREATE TABLE exchange_tokens (
    digest TEXT PRIMARY KEY,
    application_id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX exchange_tokens_revision ON exchange_tokens (revision);

-- 共享授权: what a case granted, resource by resource.
CREATE TABLE exchange_grants (
    id {id},
    number TEXT NOT NULL UNIQUE,
    case_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    resource TEXT NOT NULL,
    items TEXT NOT NULL,
    verifies BOOLEAN NOT NULL,
    purpose TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    quota INTEGER NOT NULL,
    rate INTEGER NOT NULL,
    state TEXT NOT NULL,
    suspended_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    announced_on TEXT,
    granted_at BIGINT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (case_id, resource_id, verifies)
);
CREATE INDEX exchange_grants_resource ON exchange_grants (resource_id);
CREATE INDEX exchange_grants_unit ON exchange_grants (unit_id, state);
CREATE INDEX exchange_grants_provider ON exchange_grants (provider_id, state);
CREATE INDEX exchange_grants_application ON exchange_grants (application_id);
CREATE INDEX exchange_grants_revision ON exchange_grants (revision);

CREATE TABLE exchange_grant_steps (
    id {id},
    grant_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    note TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX exchange_grant_steps_grant ON exchange_grant_steps (grant_id, id);

-- 调用额度: calls of a day that nodes have taken; last is what the latest of them got.
CREATE TABLE exchange_quotas (
    grant_id BIGINT NOT NULL,
    day INTEGER NOT NULL,
    used INTEGER NOT NULL,
    last INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (grant_id, day)
);
