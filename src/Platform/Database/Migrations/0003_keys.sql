-- Keys of data protection: session cookies and form tokens hold across restarts and nodes.
CREATE TABLE platform_keys (
    id {id},
    name TEXT NOT NULL,
    xml TEXT NOT NULL
);
