-- 调用记录: each call through the gateway, in the chain of its node.
CREATE TABLE exchange_calls (
    id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    consumer_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    grant_id BIGINT NOT NULL,
    entry_id BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    items TEXT NOT NULL,
    rows BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    milliseconds INTEGER NOT NULL,
    status INTEGER NOT NULL,
    result TEXT NOT NULL,
    reason TEXT NOT NULL,
    request BLOB,
    answer BLOB,
    node BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (node, sequence)
) WITHOUT ROWID;
CREATE INDEX exchange_calls_at ON exchange_calls (at, id);
CREATE INDEX exchange_calls_grant ON exchange_calls (grant_id, at, id);
CREATE INDEX exchange_calls_application ON exchange_calls (application_id, at, id);
CREATE INDEX exchange_calls_consumer ON exchange_calls (consumer_id, at, id);
CREATE INDEX exchange_calls_provider ON exchange_calls (provider_id, at, id);
CREATE INDEX exchange_calls_resource ON exchange_calls (resource_id, at, id);

-- A chain of calls, how far it has flowed into the table, and what its first record that is kept follows.
CREATE TABLE exchange_nodes (
    node BIGINT PRIMARY KEY,
    created_at BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    digest BLOB NOT NULL,
    base_sequence BIGINT NOT NULL,
    base_digest BLOB NOT NULL
);

-- 检查点: places of a chain signed with the city's key.
CREATE TABLE exchange_checkpoints (
    node BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    digest BLOB NOT NULL,
    at BIGINT NOT NULL,
    set_back BIGINT NOT NULL,
    suite TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (node, sequence)
);
