-- 越权尝试的处理: what the data centre did about calls that went beyond what was granted.
CREATE TABLE exchange_followups (
    id {id},
    code TEXT NOT NULL,
    application_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    measure TEXT NOT NULL,
    note TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX exchange_followups_about ON exchange_followups (application_id, resource_id, code, id);
