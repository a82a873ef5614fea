-- 挂接: an API of a provider behind a resource of the catalogue.
CREATE TABLE exchange_mounts (
    id {id},
    resource_id BIGINT NOT NULL,
    resource TEXT NOT NULL,
    provider_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    method TEXT NOT NULL,
    address TEXT NOT NULL,
    path TEXT NOT NULL,
    rows_path TEXT NOT NULL,
    credential TEXT NOT NULL,
    credential_name TEXT NOT NULL,
    secret TEXT NOT NULL,
    date_header TEXT NOT NULL,
    date_path TEXT NOT NULL,
    state TEXT NOT NULL,
    stopped_why TEXT NOT NULL,
    tried_at BIGINT,
    probed_at BIGINT,
    succeeded_at BIGINT,
    failing_since BIGINT,
    failure TEXT NOT NULL,
    data_on TEXT,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX exchange_mounts_resource ON exchange_mounts (resource_id);
CREATE INDEX exchange_mounts_provider ON exchange_mounts (provider_id, state);

-- Where each 数据项 sits in the answer.
CREATE TABLE exchange_mount_items (
    id {id},
    mount_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    path TEXT NOT NULL,
    mask TEXT NOT NULL,
    pattern TEXT NOT NULL,
    replacement TEXT NOT NULL
);
CREATE UNIQUE INDEX exchange_mount_items_mount ON exchange_mount_items (mount_id, item_id);

-- What goes into the request.
CREATE TABLE exchange_mount_parameters (
    id {id},
    mount_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    passed BOOLEAN NOT NULL,
    item_id BIGINT NOT NULL,
    required BOOLEAN NOT NULL
);
CREATE INDEX exchange_mount_parameters_mount ON exchange_mount_parameters (mount_id, place);

-- Hosts at inner addresses that a system administrator has allowed.
CREATE TABLE exchange_hosts (
    id {id},
    host TEXT NOT NULL,
    why TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX exchange_hosts_host ON exchange_hosts (host);
