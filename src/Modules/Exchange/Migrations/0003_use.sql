-- 使用情况 by day: kept with the lines of the log, so that no page counts lines. Refused calls without a grant stand under grant 0.
CREATE TABLE exchange_use (
    day TEXT NOT NULL,
    grant_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    answered BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (day, grant_id, application_id, resource_id)
);
CREATE INDEX exchange_use_grant ON exchange_use (grant_id, day);
CREATE INDEX exchange_use_resource ON exchange_use (resource_id, day);

-- 越权尝试 and other refusals by day and reason.
CREATE TABLE exchange_refusals (
    day TEXT NOT NULL,
    code TEXT NOT NULL,
    application_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    total BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (day, code, application_id, resource_id)
);
